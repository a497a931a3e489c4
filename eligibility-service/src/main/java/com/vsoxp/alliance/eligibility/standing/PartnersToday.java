package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads partners as they stand, without deciding anything. */
@ApplicationScoped
public class PartnersToday {

    private final Facts facts;
    private final Doubts doubts;

    PartnersToday(Facts facts, Doubts doubts) {
        this.facts = facts;
        this.doubts = doubts;
    }

    /**
     * The partner on a day that is today or later, if nothing new happens until then.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if the partner is not known
     */
    @Transactional
    public PartnerToday read(UUID partnerId, Program program, LocalDate day) {
        PartnerRow partner = PartnerRow.known(partnerId).orElseThrow(() -> Problems.notFound("partner", partnerId));
        List<UUID> alone = List.of(partnerId);
        Evaluation evaluation = Evaluation.of(
                program,
                facts.ofPartners(alone).getOrDefault(partnerId, List.of()),
                partner.dates(),
                doubts.ofPartners(alone).getOrDefault(partnerId, List.of()));
        Optional<Enrollment> enrollment = partner.openEnrollment();
        Optional<Standing> standing =
                enrollment.flatMap(open -> decided(partnerId, open).map(row -> standingOn(day, row, evaluation, open)));
        return new PartnerToday(partnerId, day, evaluation, enrollment, standing);
    }

    private static Optional<StandingRow> decided(UUID partnerId, Enrollment enrollment) {
        return StandingRow.<StandingRow>findByIdOptional(partnerId)
                .filter(row -> row.enrollmentId.equals(enrollment.id()));
    }

    private static Standing standingOn(LocalDate day, StandingRow row, Evaluation evaluation, Enrollment enrollment) {
        return new StandingRules(evaluation, enrollment.tier())
                .passTime(row.standing(), row.nextTransitionOn, day)
                .standing();
    }
}
