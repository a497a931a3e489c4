package com.vsoxp.alliance.eligibility.decision.kept;

import com.vsoxp.alliance.eligibility.evaluation.Evaluation;
import com.vsoxp.alliance.eligibility.evaluation.Verdict;
import com.vsoxp.alliance.eligibility.evaluation.VerdictChange;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What lies between two decisions about a partner: what moved it. */
@Schema(name = "DecisionDiff", description = "What lies between two decisions: what moved it from one to the other.")
record DecisionDiff(
        Side from,
        Side to,

        @Schema(description = "Evidence that came, left or changed, oldest first.")
        List<EvidenceChange> evidence,

        @Schema(description = "Requirements whose verdict changed, by tier; those of tiers that both programs have.")
        List<VerdictChange> verdicts,

        @Schema(
                description = "The same in words.",
                examples = "[\"LICENSE_SALE of 2026-03-02 left: its time was over\"]")
        List<String> words) {

    /** One of the two. */
    @Schema(name = "DecisionDiffSide")
    record Side(
            UUID decisionId,
            LocalDate effectiveOn,
            String programVersion,
            String engineVersion,
            UUID enrollmentId,
            Standing standing) {

        static Side of(Decision decision) {
            return new Side(
                    decision.id(),
                    decision.effectiveOn(),
                    decision.programVersion(),
                    decision.engineVersion(),
                    decision.enrollmentId(),
                    decision.standing());
        }
    }

    /** How evidence differs. */
    enum Difference {
        CAME,
        /** It counts no longer, since its time is over: it left its window, expired, or belongs to an earlier enrollment. */
        LEFT_BY_TIME,
        /** It counts no longer, since it was withdrawn or said otherwise. */
        LEFT_BY_NEWS,
        /** It counts on, and says something else. */
        CHANGED
    }

    /** One piece of evidence. */
    @Schema(name = "EvidenceChange")
    record EvidenceChange(
            Difference difference,

            @Schema(description = "As it was; absent if it came.")
            Fact before,

            @Schema(description = "As it is; absent if it left.")
            Fact after) {

        Fact known() {
            return after == null ? before : after;
        }

        String words() {
            Fact fact = known();
            String what = fact.kind() + " of " + fact.on();
            return switch (difference) {
                case CAME -> what + " came";
                case LEFT_BY_TIME -> what + " left: its time was over";
                case LEFT_BY_NEWS -> what + " left: it was withdrawn, or told otherwise";
                case CHANGED -> what + " changed";
            };
        }
    }

    /** A decision with the program that it was made by. */
    record Sided(Decision decision, Program program) {

        Evaluation evaluation() {
            return decision.input().evaluation(program);
        }

        LocalDate day() {
            return decision.effectiveOn();
        }
    }

    static DecisionDiff between(Sided from, Sided to) {
        List<EvidenceChange> evidence = evidence(from, to);
        List<VerdictChange> verdicts = verdicts(from, to);
        return new DecisionDiff(
                Side.of(from.decision), Side.of(to.decision), evidence, verdicts, words(from, to, evidence, verdicts));
    }

    private static List<EvidenceChange> evidence(Sided from, Sided to) {
        Map<UUID, Fact> before = byId(from.decision.input().evidence());
        Map<UUID, Fact> after = byId(to.decision.input().evidence());
        // What would still count had time alone passed, and does not, is gone by news.
        Map<UUID, Fact> byTimeAlone = byId(from.evaluation().evidence(to.day()));
        List<EvidenceChange> changes = new ArrayList<>();
        before.forEach((id, fact) -> {
            if (!after.containsKey(id)) {
                Difference left = byTimeAlone.containsKey(id) ? Difference.LEFT_BY_NEWS : Difference.LEFT_BY_TIME;
                changes.add(new EvidenceChange(left, fact, null));
            } else if (!after.get(id).equals(fact)) {
                changes.add(new EvidenceChange(Difference.CHANGED, fact, after.get(id)));
            }
        });
        after.forEach((id, fact) -> {
            if (!before.containsKey(id)) {
                changes.add(new EvidenceChange(Difference.CAME, null, fact));
            }
        });
        changes.sort(
                Comparator.comparing((EvidenceChange change) -> change.known().on())
                        .thenComparing(change -> change.known().id()));
        return changes;
    }

    private static List<VerdictChange> verdicts(Sided from, Sided to) {
        Evaluation before = from.evaluation();
        Evaluation after = to.evaluation();
        List<VerdictChange> changes = new ArrayList<>();
        for (Requirement requirement : to.program.requirements()) {
            for (Tier tier : to.program.tiers()) {
                Verdict is = after.verdict(requirement, tier, to.day());
                verdict(before, from, requirement.code(), tier.code())
                        .filter(was -> was != is)
                        .ifPresent(was -> changes.add(new VerdictChange(requirement.code(), tier.code(), was, is)));
            }
        }
        return changes;
    }

    private static Optional<Verdict> verdict(Evaluation evaluation, Sided side, String code, String tierCode) {
        return side.program.requirements().stream()
                .filter(requirement -> requirement.code().equals(code))
                .findFirst()
                .flatMap(requirement ->
                        side.program.tier(tierCode).map(tier -> evaluation.verdict(requirement, tier, side.day())));
    }

    private static List<String> words(
            Sided from, Sided to, List<EvidenceChange> evidence, List<VerdictChange> verdicts) {
        Standing was = from.decision.standing();
        Standing is = to.decision.standing();
        return Stream.of(
                        changed("the enrollment", from.decision.enrollmentId(), to.decision.enrollmentId()),
                        changed("the program", from.decision.programVersion(), to.decision.programVersion()),
                        changed("the rules", from.decision.engineVersion(), to.decision.engineVersion()),
                        evidence.stream().map(EvidenceChange::words),
                        verdicts.stream().map(change -> "%s for %s: %s became %s"
                                .formatted(change.requirement(), change.tier(), change.from(), change.to())),
                        changed("the tier", was.tier(), is.tier()),
                        changed("the standing", was.status(), is.status()))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> changed(String what, Object was, Object is) {
        return Objects.equals(was, is)
                ? Stream.empty()
                : Stream.of("%s was %s and became %s".formatted(what, told(was), told(is)));
    }

    private static Object told(Object value) {
        return value == null ? "none" : value;
    }

    private static Map<UUID, Fact> byId(List<Fact> facts) {
        return facts.stream().collect(Collectors.toMap(Fact::id, Function.identity()));
    }
}
