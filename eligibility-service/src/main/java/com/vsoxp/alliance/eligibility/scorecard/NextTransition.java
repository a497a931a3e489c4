package com.vsoxp.alliance.eligibility.scorecard;

import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.VerdictChange;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.rules.Move;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What changes on the next day on which anything does, if nothing new happens. */
@Schema(name = "NextTransition", description = "What changes next if nothing new happens.")
record NextTransition(
        LocalDate on,

        @Schema(description = "The verdicts that change on that day, for any tier.")
        List<VerdictChange> verdicts,

        @Schema(description = "The standing from that day on; absent if it stays.")
        Standing standing,

        @Schema(
                description = "The same in words.",
                examples = "[\"License sales generated annually: MET becomes UNMET for Premier Partner\"]")
        List<String> words) {

    static NextTransition of(LocalDate on, Evaluation evaluation, Optional<Move> move) {
        List<VerdictChange> changes = evaluation.changesOn(on);
        List<String> words = Stream.concat(
                        changes.stream().map(change -> words(change, evaluation.program())),
                        move.stream().map(moved -> words(moved, evaluation.program())))
                .toList();
        return new NextTransition(on, changes, move.map(Move::to).orElse(null), words);
    }

    private static String words(VerdictChange change, Program program) {
        String title = program.requirements().stream()
                .filter(requirement -> requirement.code().equals(change.requirement()))
                .map(Requirement::title)
                .findFirst()
                .orElseThrow();
        return "%s: %s becomes %s for %s".formatted(title, change.from(), change.to(), name(change.tier(), program));
    }

    private static String words(Move move, Program program) {
        Standing to = move.to();
        return switch (move.movement()) {
            case ADMISSION, PROMOTION, TRANSFER ->
                name(move.tier(), program)
                        + (move.requiresApproval() ? " waits for approval" : " is held from then on");
            case DEMOTION ->
                "%s is lost, and %s held from then on"
                        .formatted(name(move.from().tier(), program), name(to.tier(), program));
            case LAPSE ->
                "%s is lost, and the enrollment ends".formatted(name(move.from().tier(), program));
            case NONE ->
                to.status() == Standing.Status.AT_RISK
                        ? "%s is at risk, and lost on %s unless it is met again"
                                .formatted(name(to.tier(), program), to.cureEndsOn())
                        : "%s is in good standing".formatted(name(to.tier(), program));
        };
    }

    private static String name(String tier, Program program) {
        return program.tier(tier).map(Tier::name).orElse("no tier");
    }
}
