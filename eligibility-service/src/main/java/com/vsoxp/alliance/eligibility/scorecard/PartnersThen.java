package com.vsoxp.alliance.eligibility.scorecard;

import com.vsoxp.alliance.eligibility.catalog.Programs;
import com.vsoxp.alliance.eligibility.decision.kept.Decision;
import com.vsoxp.alliance.eligibility.decision.kept.DecisionRow;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentsKnown;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.PartnerToday;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads partners as they stood on a day, by what was known and decided at a moment. */
@ApplicationScoped
class PartnersThen {

    private final Facts facts;
    private final EnrollmentsKnown enrollments;
    private final Doubts doubts;
    private final Programs programs;

    PartnersThen(Facts facts, EnrollmentsKnown enrollments, Doubts doubts, Programs programs) {
        this.programs = programs;
        this.facts = facts;
        this.enrollments = enrollments;
        this.doubts = doubts;
    }

    /**
     * The partner on any day, under the version that is asked for, else the one it stood under. Its standing is that of the last decision made by then, and what time makes of it until the
     * day.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 if the partner was not known then
     */
    @Transactional
    public PartnerToday read(UUID partnerId, Optional<Program> asked, LocalDate day, Instant knownAt) {
        PartnerRow partner =
                enrollments.partner(partnerId, knownAt).orElseThrow(() -> Problems.notFound("partner", partnerId));
        Optional<Enrollment> enrollment = partner.openEnrollment();
        Optional<Decision> decision =
                enrollment.flatMap(open -> DecisionRow.standingThen(partnerId, open.id(), day, knownAt));
        Program program = asked.or(() -> decision.flatMap(last -> programs.version(last.programVersion())))
                .orElseGet(() -> programs.succession().inForce(day));
        Evaluation evaluation = Evaluation.of(
                program,
                facts.ofPartner(partnerId, knownAt),
                partner.dates(),
                doubts.ofPartners(List.of(partnerId), knownAt).getOrDefault(partnerId, List.of()));
        Optional<Standing> standing = decision.filter(
                        last -> last.programVersion().equals(program.version()))
                .map(last -> standingOn(day, last, evaluation, enrollment.orElseThrow()));
        return new PartnerToday(partnerId, day, evaluation, enrollment, standing, Optional.empty());
    }

    private static Standing standingOn(LocalDate day, Decision decision, Evaluation evaluation, Enrollment enrollment) {
        StandingRules rules = new StandingRules(evaluation, enrollment.tier());
        LocalDate due = rules.nextTransition(decision.standing(), decision.effectiveOn())
                .orElse(null);
        return rules.passTime(decision.standing(), due, day).standing();
    }
}
