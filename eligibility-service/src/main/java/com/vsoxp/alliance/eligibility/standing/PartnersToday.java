package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads partners as they stand, without deciding anything. */
@ApplicationScoped
public class PartnersToday {

    private final Facts facts;
    private final Doubts doubts;
    private final Programs programs;

    PartnersToday(Facts facts, Doubts doubts, Programs programs) {
        this.programs = programs;
        this.facts = facts;
        this.doubts = doubts;
    }

    /**
     * The partner on a day that is today or later, if nothing new happens until then, under the version of the program that
     * it stands under on that day.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if the partner is not known
     */
    @Transactional
    public PartnerToday read(UUID partnerId, LocalDate day) {
        PartnerRow partner = PartnerRow.known(partnerId).orElseThrow(() -> Problems.notFound("partner", partnerId));
        List<UUID> alone = List.of(partnerId);
        List<Fact> its = facts.ofPartners(alone).getOrDefault(partnerId, List.of());
        List<Doubt> doubted = doubts.ofPartners(alone).getOrDefault(partnerId, List.of());
        Function<Program, Evaluation> evaluate = program -> Evaluation.of(program, its, partner.dates(), doubted);
        Succession succession = programs.succession();
        Optional<Enrollment> enrollment = partner.openEnrollment();
        Optional<StandingRow> decided = enrollment.flatMap(open -> decided(partnerId, open));
        if (decided.isEmpty()) {
            Evaluation evaluation = evaluate.apply(succession.inForce(day));
            return new PartnerToday(partnerId, day, evaluation, enrollment, Optional.empty(), Optional.empty());
        }
        StandingRow row = decided.get();
        Passage passage = new Passage(succession, enrollment.orElseThrow(), evaluate);
        Place place =
                passage.passTime(succession.version(row.programVersion), row.standing(), row.nextTransitionOn, day);
        return new PartnerToday(
                partnerId,
                day,
                passage.rules(place.program()).evaluation(),
                enrollment,
                Optional.of(place.standing()),
                Optional.of(passage));
    }

    private static Optional<StandingRow> decided(UUID partnerId, Enrollment enrollment) {
        return StandingRow.<StandingRow>findByIdOptional(partnerId)
                .filter(row -> row.enrollmentId.equals(enrollment.id()));
    }
}
