package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.decision.kept.Decision;
import com.vsoxp.alliance.eligibility.decision.kept.Decision.Reason;
import com.vsoxp.alliance.eligibility.decision.kept.KeepDecision;
import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.PartnerRow;
import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.gap.Doubts;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.KeepStandings;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Passage;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Place;
import com.vsoxp.alliance.eligibility.standing.rules.Passage.Step;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Notice;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Told;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides where partners stand, and what is told of losses ahead. The facts of a round are read in one statement, only
 * what moves is written, and what is to be told of it is gathered in the round.
 */
@UseCase
class DecideStandings {

    private final Facts facts;
    private final Doubts doubts;
    private final KeepStandings keepStandings;
    private final Outbox outbox;
    private final KeepDecision keepDecision;
    private final Warnings warnings;
    private final Timer evaluations;

    DecideStandings(
            Facts facts,
            Doubts doubts,
            KeepDecision keepDecision,
            KeepStandings keepStandings,
            Outbox outbox,
            WarningsConfig config,
            MeterRegistry meters) {
        this.facts = facts;
        this.doubts = doubts;
        this.keepDecision = keepDecision;
        this.keepStandings = keepStandings;
        this.outbox = outbox;
        this.warnings = new Warnings(config.daysBefore());
        this.evaluations = Timer.builder("alliance.evaluation")
                .description("Evaluation of one partner's requirements")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** What time did to those about whom something was due, on the days it was due. */
    void passTime(Round round) {
        decide(
                round,
                round.due(),
                (passage, row, under) -> passage.passTime(under, row.standing(), row.nextTransitionOn, round.today()));
    }

    /** What is known now means for all of them today; who is not enrolled stands nowhere. */
    void look(Round round) {
        round.notEnrolled().forEach(partner -> forget(round, partner));
        decide(round, round.enrolled(), (passage, row, under) -> passage.look(under, row.standing(), round.today()));
    }

    /** Keeps what was decided in the round, and what is to be told of it. */
    void keep(Round round) {
        keepStandings.forget(round.standNowhere());
        keepStandings.keep(round.standings().values());
        outbox.append(round.events());
    }

    private interface Question {
        Place answer(Passage passage, StandingRow row, Program under);
    }

    private void decide(Round round, List<PartnerRow> partners, Question question) {
        if (partners.isEmpty()) {
            return;
        }
        List<UUID> ids = partners.stream().map(partner -> partner.id).toList();
        Map<UUID, List<Fact>> known = facts.ofPartners(ids);
        Map<UUID, List<Doubt>> doubted = doubts.ofPartners(ids);
        for (PartnerRow partner : partners) {
            Enrollment enrollment = partner.openEnrollment().orElseThrow();
            List<Fact> its = known.getOrDefault(partner.id, List.of());
            List<Doubt> doubts = doubted.getOrDefault(partner.id, List.of());
            Passage passage = new Passage(
                    round.succession(), enrollment, program -> Evaluation.of(program, its, enrollment.dates(), doubts));
            evaluations.record(() -> decide(round, enrollment, passage, rowOf(round, partner, enrollment), question));
        }
    }

    private void decide(Round round, Enrollment enrollment, Passage passage, StandingRow row, Question question) {
        Place place = question.answer(passage, row, round.succession().version(row.programVersion));
        for (Step step : place.steps()) {
            announce(round, enrollment, row, step);
        }
        Program program = place.program();
        Standing standing = place.standing();
        StandingRules rules = passage.rules(program);
        Optional<Loss> loss = passage.foreseenLoss(program, standing, round.today());
        warn(round, enrollment, rules, row, standing, loss);
        row.stand(passage, place, round.succession(), warnings, loss, round.today());
    }

    private void announce(Round round, Enrollment enrollment, StandingRow row, Step step) {
        Move move = step.move();
        Reason reason = step.movesOver() ? Reason.PROGRAM_CHANGED : Reason.STANDING_MOVED;
        Decision decision = Decision.of(row.partnerId, enrollment, step.rules(), move, reason, round.now());
        keepDecision.keep(decision);
        Optional<Loss> near = warnings.near(Optional.ofNullable(decision.foreseenLoss()), move.on());
        round.events().addAll(Announcement.of(decision, move, near));
        if (move.concernsStanding() || move.to().tier() == null) {
            row.remember(near.map(loss -> new Told(loss.on(), move.on())));
        }
    }

    /** Tells of a loss ahead, or that one is averted, unless that was told. */
    private void warn(
            Round round,
            Enrollment enrollment,
            StandingRules rules,
            StandingRow row,
            Standing standing,
            Optional<Loss> loss) {
        Notice notice = warnings.notice(row.told(), loss, round.today());
        if (notice == Notice.NOTHING) {
            return;
        }
        Reason reason = notice == Notice.LOSS_AHEAD ? Reason.LOSS_AHEAD : Reason.LOSS_AVERTED;
        Decision decision =
                Decision.of(row.partnerId, enrollment, rules, Move.none(standing, round.today()), reason, round.now());
        keepDecision.keep(decision);
        Optional<Loss> near = warnings.near(loss, round.today());
        round.events().add(Announcement.standingChanged(decision, near));
        row.remember(near.map(ahead -> new Told(ahead.on(), round.today())));
    }

    /** The standing in this enrollment; a new enrollment starts anew. */
    private static StandingRow rowOf(Round round, PartnerRow partner, Enrollment enrollment) {
        StandingRow row = round.standings().computeIfAbsent(partner.id, StandingRow::of);
        if (!enrollment.id().equals(row.enrollmentId)) {
            row.enrollmentId = enrollment.id();
            row.programVersion = round.succession().inForce(round.today()).version();
            row.remember(Optional.empty());
            row.become(
                    enrollment.tier() == null ? Standing.applicant() : Standing.good(enrollment.tier(), round.today()));
        }
        return row;
    }

    private static void forget(Round round, PartnerRow partner) {
        if (round.standings().remove(partner.id) != null) {
            round.standNowhere().add(partner.id);
        }
    }
}
