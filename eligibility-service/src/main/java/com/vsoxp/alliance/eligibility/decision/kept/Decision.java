package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.enrollment.Enrollment;
import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Movement;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules;
import com.vsoxp.alliance.eligibility.standing.rules.StandingRules.Course;
import com.vsoxp.alliance.platform.id.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision and all it was made from: the same program, rules and input give the same decision again. */
@Schema(name = "Decision", description = "A decision and all it was made from.")
public record Decision(
        UUID id,
        UUID partnerId,
        UUID enrollmentId,
        Instant decidedAt,
        @Schema(examples = "2.0") String programVersion,

        @Schema(description = "The version of the rules that read the program.", examples = "2")
        String engineVersion,

        @Schema(description = "The day it is about: earlier than the day it was made if nobody looked in time.")
        LocalDate effectiveOn,

        @Schema(description = "What it was made for.") Reason reason,

        Movement movement,

        @Schema(description = "The tier held after it, or once it is approved; absent if the last one is lost.")
        String tier,

        String previousTier,

        @Schema(description = "How the tier stands that the decision is about.")
        Outcome outcome,

        boolean requiresApproval,
        Standing standing,

        @Schema(description = "The next day on which time alone moves something; absent for never.")
        LocalDate nextTransitionOn,

        @Schema(description = "The loss that is foreseen if nothing new happens; absent if none.")
        Loss foreseenLoss,

        Input input) {

    /** Why a decision was made. */
    public enum Reason {
        /** The partner moved over to another version of the program. */
        PROGRAM_CHANGED,
        /** The standing moved. */
        STANDING_MOVED,
        /** The standing stays, and its loss is so near that it is told. */
        LOSS_AHEAD,
        /** The standing stays, and a loss that was told of is not near any more. */
        LOSS_AVERTED
    }

    /**
     * What it was made from.
     *
     * @param enrolledTier the tier by the partner service's last word
     * @param evidence the facts that counted on the day, oldest first
     * @param upcoming facts known then that count from a later day, oldest first: the next transition depends on them
     * @param doubts events that could not be taken by then, so that facts may have been missing
     */
    @Schema(name = "DecisionInput")
    public record Input(
            Standing previousStanding,
            String enrolledTier,
            EnrollmentDates enrollment,
            List<Fact> evidence,
            List<Fact> upcoming,
            List<Doubt> doubts) {

        public Input {
            evidence = orNone(evidence);
            upcoming = orNone(upcoming);
            doubts = orNone(doubts);
        }

        /** The evaluation by which it was decided. */
        Evaluation evaluation(Program program) {
            List<Fact> facts =
                    Stream.concat(evidence.stream(), upcoming.stream()).toList();
            return Evaluation.of(program, facts, enrollment, doubts);
        }

        private static <T> List<T> orNone(List<T> list) {
            return list == null ? List.of() : List.copyOf(list);
        }
    }

    /** Decides that a move is made, or that nothing moves, for this reason. */
    public static Decision of(
            UUID partnerId, Enrollment enrollment, StandingRules rules, Move move, Reason reason, Instant now) {
        Evaluation evaluation = rules.evaluation();
        Input input = new Input(
                move.from(),
                enrollment.tier(),
                enrollment.dates(),
                evaluation.evidence(move.on()),
                evaluation.evidenceAfter(move.on()),
                evaluation.doubts());
        return of(
                Ids.next(), partnerId, enrollment.id(), now.truncatedTo(ChronoUnit.MICROS), reason, rules, move, input);
    }

    /** The decision that its own input gives under the program, by the rules of today. */
    Decision replay(Program program) {
        StandingRules rules = new StandingRules(input.evaluation(program), input.enrolledTier);
        Standing was = input.previousStanding;
        Course course =
                reason == Reason.PROGRAM_CHANGED ? rules.takeOver(was, effectiveOn) : rules.look(was, effectiveOn);
        Move move = course.moves().stream().findFirst().orElseGet(() -> Move.none(was, effectiveOn));
        return of(id, partnerId, enrollmentId, decidedAt, reason, rules, move, input);
    }

    private static Decision of(
            UUID id,
            UUID partnerId,
            UUID enrollmentId,
            Instant decidedAt,
            Reason reason,
            StandingRules rules,
            Move move,
            Input input) {
        return new Decision(
                id,
                partnerId,
                enrollmentId,
                decidedAt,
                rules.evaluation().program().version(),
                Evaluation.ENGINE_VERSION,
                move.on(),
                reason,
                move.movement(),
                move.tier(),
                move.from().tier(),
                outcome(rules.evaluation(), move),
                move.requiresApproval(),
                move.to(),
                rules.nextTransition(move.to(), move.on()).orElse(null),
                rules.foreseenLoss(move.to(), move.on()).orElse(null),
                input);
    }

    private static Outcome outcome(Evaluation evaluation, Move move) {
        return Optional.ofNullable(move.tier())
                .flatMap(evaluation.program()::tier)
                .map(tier -> evaluation.outcome(tier, move.on()))
                .orElse(Outcome.NOT_QUALIFIED);
    }
}
