package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.Move;
import com.vsoxp.alliance.eligibility.standing.Standing;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.eligibility.standing.StandingRules;
import com.vsoxp.alliance.eligibility.standing.StandingRules.Course;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import io.micrometer.core.instrument.Timer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One round of decisions about a batch of locked partners. Their facts are read in one statement, only what moves is
 * written, and the events of the whole round are handed over together.
 */
final class Round {

    private final Program program;
    private final LocalDate today;
    private final Map<UUID, StandingRow> standings;
    private final Facts facts;
    private final DecisionLog log;
    private final Timer evaluations;
    private final List<NewEvent> events = new ArrayList<>();

    Round(
            Program program,
            LocalDate today,
            Map<UUID, StandingRow> standings,
            Facts facts,
            DecisionLog log,
            Timer evaluations) {
        this.program = program;
        this.today = today;
        this.standings = standings;
        this.facts = facts;
        this.log = log;
        this.evaluations = evaluations;
    }

    /** What is to be told of the round. */
    List<NewEvent> events() {
        return events;
    }

    /** Decides what time did to those partners about which something was due, on the days it was due. */
    void passTime(List<PartnerRow> partners) {
        decide(
                partners.stream().filter(this::isDue).toList(),
                (rules, row) -> rules.passTime(row.standing(), row.nextTransitionOn, today));
    }

    /** Decides what is known of the partners now means for them today. */
    void look(List<PartnerRow> partners) {
        partners.stream().filter(partner -> partner.openEnrollment().isEmpty()).forEach(this::forget);
        decide(partners, (rules, row) -> rules.look(row.standing(), today));
    }

    private interface Question {
        Course put(StandingRules rules, StandingRow row);
    }

    private void decide(List<PartnerRow> partners, Question question) {
        List<PartnerRow> enrolled = partners.stream()
                .filter(partner -> partner.openEnrollment().isPresent())
                .toList();
        if (enrolled.isEmpty()) {
            return;
        }
        Map<UUID, List<Fact>> known =
                facts.ofPartners(enrolled.stream().map(partner -> partner.id).toList());
        for (PartnerRow partner : enrolled) {
            List<Fact> its = known.getOrDefault(partner.id, List.of());
            evaluations.record(() -> decide(partner, its, question));
        }
    }

    private void decide(PartnerRow partner, List<Fact> facts, Question question) {
        Enrollment enrollment = partner.openEnrollment().orElseThrow();
        StandingRow row = rowOf(partner, enrollment);
        StandingRules rules = new StandingRules(Evaluation.of(program, facts, enrollment.dates()), enrollment.tier());
        Course course = question.put(rules, row);
        for (Move move : course.moves()) {
            Decision decision = log.keep(partner.id, enrollment, rules.evaluation(), move);
            LocalDate next = rules.nextTransition(move.to(), move.on()).orElse(null);
            events.addAll(Announcement.of(decision, move, next));
        }
        row.become(course.standing());
        row.programVersion = program.version();
        row.expect(rules.nextTransition(course.standing(), today), rules.nextLoss(course.standing(), today));
        row.persist();
    }

    /** The standing in this enrollment; a new enrollment starts anew. */
    private StandingRow rowOf(PartnerRow partner, Enrollment enrollment) {
        StandingRow row = standings.computeIfAbsent(partner.id, StandingRow::of);
        if (!enrollment.id().equals(row.enrollmentId)) {
            row.enrollmentId = enrollment.id();
            row.become(enrollment.tier() == null ? Standing.applicant() : Standing.good(enrollment.tier(), today));
        }
        return row;
    }

    private boolean isDue(PartnerRow partner) {
        StandingRow row = standings.get(partner.id);
        return row != null && row.nextTransitionOn != null && !row.nextTransitionOn.isAfter(today);
    }

    private void forget(PartnerRow partner) {
        StandingRow row = standings.remove(partner.id);
        if (row != null) {
            row.delete();
        }
    }
}
