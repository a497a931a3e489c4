package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Counting;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.program.Window;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program requires on one day, as plain numbers. Days are days since 1970, tiers and requirements are positions. */
public final class Demands {

    private static final long NOT_REQUIRED = Long.MIN_VALUE;
    private static final int NO_GRACE = Integer.MAX_VALUE;

    /**
     * How a kind of fact counts toward a requirement.
     *
     * @param from the first day of the window; for windows that are the same for all partners
     * @param currency where the requirement is a sum of money
     */
    record Count(
            int requirement, Measure.Aggregate aggregate, Window window, int from, long weight, Currency currency) {}

    private final Program program;
    private final LocalDate day;
    private final List<Requirement> requirements;
    private final Map<String, List<Count>> byKind = new HashMap<>();
    private final long[][] targets;
    private final int[][] graceFrom;
    private final boolean[] ofYears;

    private Demands(Program program, LocalDate day) {
        this.program = program;
        this.day = day;
        this.requirements = program.requirements().stream()
                .filter(requirement ->
                        requirement.levels().values().stream().anyMatch(level -> level instanceof Level.Required))
                .toList();
        this.targets = new long[program.tiers().size()][requirements.size()];
        this.graceFrom = new int[program.tiers().size()][requirements.size()];
        this.ofYears = new boolean[requirements.size()];
        for (int requirement = 0; requirement < requirements.size(); requirement++) {
            learn(requirement);
        }
    }

    /** What the program requires on this day. What it only encourages decides nothing and is left out. */
    public static Demands of(Program program, LocalDate day) {
        return new Demands(program, day);
    }

    public LocalDate day() {
        return day;
    }

    /** Every kind of fact that counts, with the first day on which one may; empty where there is no first day. */
    public Map<String, OptionalInt> kinds() {
        Map<String, OptionalInt> kinds = new HashMap<>();
        byKind.forEach((kind, counts) -> kinds.put(
                kind,
                counts.stream().anyMatch(count -> count.from == Integer.MIN_VALUE)
                        ? OptionalInt.empty()
                        : counts.stream().mapToInt(Count::from).min()));
        return kinds;
    }

    /** Of those kinds, the ones whose money counts. */
    public Set<String> kindsOfMoney() {
        return byKind.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(count -> count.currency != null))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Program program() {
        return program;
    }

    List<Requirement> requirements() {
        return requirements;
    }

    List<Count> countsOf(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Whether facts of this kind count toward the requirement; null is any kind. */
    boolean counts(int requirement, String kind) {
        return kind == null || countsOf(kind).stream().anyMatch(count -> count.requirement == requirement);
    }

    boolean isRequired(int tier, int requirement) {
        return targets[tier][requirement] != NOT_REQUIRED;
    }

    long target(int tier, int requirement) {
        return targets[tier][requirement];
    }

    /** Whether any of it is counted in enrollment years, which begin on another day for each partner. */
    boolean looksAtEnrollmentYears() {
        for (boolean its : ofYears) {
            if (its) {
                return true;
            }
        }
        return false;
    }

    boolean looksAtEnrollmentYear(int requirement) {
        return ofYears[requirement];
    }

    /** Whether a partner that joined on this day has grace; one that has not joined has it wherever there is any. */
    boolean isInGrace(int tier, int requirement, int since) {
        return since >= graceFrom[tier][requirement] && graceFrom[tier][requirement] != NO_GRACE;
    }

    private void learn(int requirement) {
        Requirement its = requirements.get(requirement);
        Currency currency = currency(its);
        for (Measure.Part part : its.measure().parts()) {
            ofYears[requirement] |= part.window() == Window.ENROLLMENT_YEAR;
            byKind.computeIfAbsent(part.of(), _ -> new ArrayList<>())
                    .add(new Count(
                            requirement,
                            its.measure().aggregate(),
                            part.window(),
                            earliest(part.window()),
                            part.weight(),
                            currency));
        }
        List<Tier> tiers = program.tiers();
        for (int tier = 0; tier < tiers.size(); tier++) {
            boolean required = its.levelOf(tiers.get(tier)) instanceof Level.Required;
            targets[tier][requirement] = NOT_REQUIRED;
            graceFrom[tier][requirement] = NO_GRACE;
            if (required && its.levelOf(tiers.get(tier)) instanceof Level.Required(Amount target, Period grace)) {
                targets[tier][requirement] = target.number();
                graceFrom[tier][requirement] = grace.isZero() ? NO_GRACE : firstDayStillIn(grace);
            }
        }
    }

    /** Where the goals are sums of money, all of them are of one currency; null where they are not. */
    private static Currency currency(Requirement requirement) {
        for (Level level : requirement.levels().values()) {
            if (level.goal().orElse(null) instanceof Amount.Sum(Money money)) {
                return money.currency();
            }
        }
        return null;
    }

    /** The first day that the window may show; of a window that is each partner's own, the earliest one of them. */
    private int earliest(Window window) {
        return switch (window) {
            case ROLLING_12_MONTHS, CALENDAR_YEAR, EVER ->
                Counting.days(window, day, EnrollmentDates.NONE)
                        .map(shown -> toNumber(shown.from()))
                        .orElseThrow();
            case ENROLLMENT -> Integer.MIN_VALUE;
            case ENROLLMENT_YEAR -> toNumber(day.minusYears(1).minusDays(1));
        };
    }

    /** Whoever joined on this day or later is still in grace; months are of several lengths, so it is looked for. */
    private int firstDayStillIn(Period grace) {
        LocalDate since = day.minus(grace).minusDays(4);
        while (!since.plus(grace).isAfter(day)) {
            since = since.plusDays(1);
        }
        return toNumber(since);
    }

    static int toNumber(LocalDate day) {
        return day == null ? Integer.MIN_VALUE : Math.toIntExact(day.toEpochDay());
    }
}
