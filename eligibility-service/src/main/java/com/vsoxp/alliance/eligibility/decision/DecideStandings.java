package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.standing.Move;
import com.vsoxp.alliance.eligibility.standing.Standing;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.eligibility.standing.StandingRules;
import com.vsoxp.alliance.eligibility.standing.StandingRules.Course;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Decides where partners stand. The facts of a round are read in one statement, only what moves is written, and what is
 * to be told of it is gathered in the round.
 */
@UseCase
class DecideStandings {

    private final Facts facts;
    private final KeepDecision keepDecision;
    private final Timer evaluations;

    DecideStandings(Facts facts, KeepDecision keepDecision, MeterRegistry meters) {
        this.facts = facts;
        this.keepDecision = keepDecision;
        this.evaluations = Timer.builder("alliance.evaluation")
                .description("Evaluation of one partner's requirements")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** What time did to those about whom something was due, on the days it was due. */
    void passTime(Round round) {
        decide(round, round.due(), (rules, row) -> rules.passTime(row.standing(), row.nextTransitionOn, round.today()));
    }

    /** What is known now means for all of them today; who is not enrolled stands nowhere. */
    void look(Round round) {
        round.notEnrolled().forEach(partner -> forget(round, partner));
        decide(round, round.enrolled(), (rules, row) -> rules.look(row.standing(), round.today()));
    }

    private void decide(
            Round round, List<PartnerRow> partners, BiFunction<StandingRules, StandingRow, Course> question) {
        if (partners.isEmpty()) {
            return;
        }
        Map<UUID, List<Fact>> known =
                facts.ofPartners(partners.stream().map(partner -> partner.id).toList());
        for (PartnerRow partner : partners) {
            List<Fact> its = known.getOrDefault(partner.id, List.of());
            evaluations.record(() -> decide(round, partner, its, question));
        }
    }

    private void decide(
            Round round,
            PartnerRow partner,
            List<Fact> facts,
            BiFunction<StandingRules, StandingRow, Course> question) {
        Enrollment enrollment = partner.openEnrollment().orElseThrow();
        StandingRow row = rowOf(round, partner, enrollment);
        StandingRules rules =
                new StandingRules(Evaluation.of(round.program(), facts, enrollment.dates()), enrollment.tier());
        Course course = question.apply(rules, row);
        for (Move move : course.moves()) {
            Decision decision = keepDecision.keep(partner.id, enrollment, rules.evaluation(), move);
            var next = rules.nextTransition(move.to(), move.on()).orElse(null);
            round.events().addAll(Announcement.of(decision, move, next));
        }
        row.become(course.standing());
        row.programVersion = round.program().version();
        row.expect(
                rules.nextTransition(course.standing(), round.today()),
                rules.nextLoss(course.standing(), round.today()));
        row.persist();
    }

    /** The standing in this enrollment; a new enrollment starts anew. */
    private static StandingRow rowOf(Round round, PartnerRow partner, Enrollment enrollment) {
        StandingRow row = round.standings().computeIfAbsent(partner.id, StandingRow::of);
        if (!enrollment.id().equals(row.enrollmentId)) {
            row.enrollmentId = enrollment.id();
            row.become(
                    enrollment.tier() == null ? Standing.applicant() : Standing.good(enrollment.tier(), round.today()));
        }
        return row;
    }

    private static void forget(Round round, PartnerRow partner) {
        StandingRow row = round.standings().remove(partner.id);
        if (row != null) {
            row.delete();
        }
    }
}
