package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.program.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The evaluation of a program's requirements for one partner: built once from facts and dates, it answers for any day.
 * Pure: the same program, facts and dates give the same answers, whatever the order of the facts and whenever asked.
 */
public final class Evaluation {

    /** Names these rules in every decision; raised whenever the same input could give another answer. */
    public static final String ENGINE_VERSION = "1";

    private final Program program;
    private final EnrollmentDates dates;
    private final Map<String, Timeline> timelines = new HashMap<>();

    private Evaluation(Program program, EnrollmentDates dates) {
        this.program = program;
        this.dates = dates;
    }

    /** An evaluation of exactly these facts. */
    public static Evaluation of(Program program, Collection<Fact> facts, EnrollmentDates dates) {
        Map<String, List<Fact>> byKind = facts.stream().collect(Collectors.groupingBy(Fact::kind));
        Evaluation evaluation = new Evaluation(program, dates);
        for (Requirement requirement : program.requirements()) {
            List<Fact> ofKind = byKind.getOrDefault(requirement.measure().of(), List.of());
            evaluation.timelines.put(requirement.code(), Timeline.of(requirement, ofKind, dates));
        }
        return evaluation;
    }

    public Program program() {
        return program;
    }

    /** How one requirement stands for a tier. */
    public Verdict verdict(Requirement requirement, Tier tier, LocalDate day) {
        return switch (requirement.levelOf(tier)) {
            case Level.NotApplicable _ -> Verdict.NOT_APPLICABLE;
            case Level.Encouraged encouraged -> measured(requirement, encouraged.target(), day);
            case Level.Required required -> {
                Verdict measured = measured(requirement, required.target(), day);
                yield measured != Verdict.MET && inGrace(required, day) ? Verdict.IN_GRACE : measured;
            }
        };
    }

    /** Whether the tier can be held on this day. */
    public Outcome outcome(Tier tier, LocalDate day) {
        List<Verdict> verdicts = required(tier).stream()
                .map(requirement -> verdict(requirement, tier, day))
                .toList();
        if (!verdicts.stream().allMatch(Verdict::passes)) {
            return Outcome.NOT_QUALIFIED;
        }
        return verdicts.contains(Verdict.IN_GRACE) ? Outcome.PROVISIONAL : Outcome.QUALIFIED;
    }

    /** The highest tier whose required requirements are all met or in grace. */
    public Optional<Tier> qualifiedTier(LocalDate day) {
        return highest(tier -> outcome(tier, day) != Outcome.NOT_QUALIFIED);
    }

    /** The highest lower tier against which nothing speaks: what is indeterminate takes nothing from a partner. */
    public Optional<Tier> tenableTierBelow(Tier held, LocalDate day) {
        return highest(tier -> tier.rank() < held.rank() && unmet(tier, day).isEmpty());
    }

    /** Codes of the required requirements that are certainly unmet, in the program's order. */
    public List<String> unmet(Tier tier, LocalDate day) {
        return required(tier).stream()
                .filter(requirement -> verdict(requirement, tier, day) == Verdict.UNMET)
                .map(Requirement::code)
                .toList();
    }

    /** The facts that count on this day toward any requirement, each once. */
    public List<Fact> evidence(LocalDate day) {
        return program.requirements().stream()
                .flatMap(requirement -> timeline(requirement).factsOn(day).stream())
                .distinct()
                .toList();
    }

    /** The next day on which any verdict, for any tier, changes if nothing new happens. */
    public Optional<LocalDate> nextChangeAfter(LocalDate day) {
        return program.requirements().stream()
                .map(requirement -> nextChangeAfter(requirement, day))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    /** The first day after this one on which the requirement does not pass, if nothing new happens. */
    Optional<LocalDate> lapseAfter(Requirement requirement, Tier tier, LocalDate day) {
        return turningPoints(requirement, day).stream()
                .filter(later -> !verdict(requirement, tier, later).passes())
                .findFirst();
    }

    Timeline timeline(Requirement requirement) {
        return timelines.get(requirement.code());
    }

    EnrollmentDates dates() {
        return dates;
    }

    private Verdict measured(Requirement requirement, Amount target, LocalDate day) {
        Timeline.Reached reached = timeline(requirement).on(day);
        if (reached.number() >= target.number()) {
            return Verdict.MET;
        }
        Window window = requirement.measure().window();
        boolean unclear =
                reached.unclear() > 0 || Counting.days(window, day, dates).isEmpty();
        return unclear ? Verdict.INDETERMINATE : Verdict.UNMET;
    }

    private boolean inGrace(Level.Required required, LocalDate day) {
        return !required.grace().isZero()
                && dates.endOf(required.grace()).map(day::isBefore).orElse(true);
    }

    private Optional<LocalDate> nextChangeAfter(Requirement requirement, LocalDate day) {
        return turningPoints(requirement, day).stream()
                .filter(later -> program.tiers().stream()
                        .anyMatch(tier -> verdict(requirement, tier, later) != verdict(requirement, tier, day)))
                .findFirst();
    }

    /** Every day after this one on which the requirement's verdict may change. */
    private TreeSet<LocalDate> turningPoints(Requirement requirement, LocalDate day) {
        TreeSet<LocalDate> points = new TreeSet<>(timeline(requirement).changesAfter(day));
        dates.start().filter(day::isBefore).ifPresent(points::add);
        for (Level level : requirement.levels().values()) {
            if (level instanceof Level.Required required) {
                dates.endOf(required.grace()).filter(day::isBefore).ifPresent(points::add);
            }
        }
        return points;
    }

    private List<Requirement> required(Tier tier) {
        return program.requirements().stream()
                .filter(requirement -> requirement.levelOf(tier) instanceof Level.Required)
                .toList();
    }

    private Optional<Tier> highest(Predicate<Tier> fits) {
        return program.tiers().reversed().stream().filter(fits).findFirst();
    }
}
