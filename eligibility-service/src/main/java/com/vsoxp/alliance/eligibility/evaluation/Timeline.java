package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Counting.Span;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a partner has reached of one requirement on every day, past and to come, if nothing new happens: a number that
 * changes only on the days a fact starts or stops to count. Kept in arrays, since every event of a partner builds one
 * anew for each requirement.
 */
final class Timeline {

    private static final Reached NOTHING = new Reached(0, 0, 0);
    private static final Reached ONE = new Reached(1, 0, 0);

    private final List<Span> spans;
    private final LocalDate[] days;
    private final Reached[] reached;

    /**
     * @param number the sum or count, in whole units
     * @param more how many facts count on the day that cannot be added up, and would make it more
     * @param less how many such facts would make it less
     */
    record Reached(long number, int more, int less) {

        Reached plus(Reached other) {
            return new Reached(Math.addExact(number, other.number), more + other.more, less + other.less);
        }

        Reached negated() {
            return new Reached(-number, -more, -less);
        }

        /** Whether the facts that cannot be added up may decide if the goal is reached. */
        boolean isUnclearAgainst(long goal) {
            return number >= goal ? less > 0 : more > 0;
        }
    }

    private record Change(LocalDate day, Reached by) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return day.compareTo(other.day);
        }
    }

    private Timeline(List<Span> spans, List<Change> changes) {
        this.spans = spans;
        this.days = new LocalDate[changes.size()];
        this.reached = new Reached[changes.size()];
        Reached sum = NOTHING;
        for (int i = 0; i < days.length; i++) {
            sum = sum.plus(changes.get(i).by());
            days[i] = changes.get(i).day();
            reached[i] = sum;
        }
    }

    /** Of the facts of the kinds that the requirement measures, whatever others there are. */
    static Timeline of(Requirement requirement, Map<String, List<Fact>> factsByKind, EnrollmentDates dates) {
        List<Span> spans = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Amount goal = goal(requirement);
        Aggregate aggregate = requirement.measure().aggregate();
        for (Measure.Part part : requirement.measure().parts()) {
            for (Fact fact : factsByKind.getOrDefault(part.of(), List.of())) {
                Counting.span(part.window(), fact, dates).ifPresent(span -> {
                    Reached worth = worth(aggregate, part, goal, fact);
                    spans.add(span);
                    changes.add(new Change(span.from(), worth));
                    if (span.until() != null) {
                        changes.add(new Change(span.until(), worth.negated()));
                    }
                });
            }
        }
        changes.sort(null);
        return new Timeline(spans, changes);
    }

    Reached on(LocalDate day) {
        int first = firstAfter(day);
        return first == 0 ? NOTHING : reached[first - 1];
    }

    /** The days on which something may change, in order; a day may be there more than once. */
    List<LocalDate> changes() {
        return Arrays.asList(days);
    }

    /** Those of them that come after this day. */
    List<LocalDate> changesAfter(LocalDate day) {
        return Arrays.asList(days).subList(firstAfter(day), days.length);
    }

    /** The facts that count on this day. */
    List<Fact> factsOn(LocalDate day) {
        return spans.stream().filter(span -> span.contains(day)).map(Span::fact).toList();
    }

    /** The facts that begin to count after this day. */
    List<Fact> factsAfter(LocalDate day) {
        return spans.stream()
                .filter(span -> span.from().isAfter(day))
                .map(Span::fact)
                .toList();
    }

    /** How many changes have happened by the end of this day. */
    private int firstAfter(LocalDate day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle].isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Reached worth(Aggregate aggregate, Measure.Part part, Amount goal, Fact fact) {
        return switch (aggregate) {
            case COUNT, HOLDS -> ONE;
            case POINTS -> new Reached(Math.multiplyExact(fact.quantity(), part.weight()), 0, 0);
            case SUM ->
                switch (goal) {
                    case Amount.Sum sum -> worthInMoney(sum.money(), fact);
                    case Amount.Units _, Amount.Held _ -> new Reached(fact.quantity(), 0, 0);
                };
        };
    }

    /** Money that is not told, or told in another currency, may come to anything. */
    private static Reached worthInMoney(Money goal, Fact fact) {
        Money money = fact.money();
        if (money != null && money.currency().equals(goal.currency())) {
            return new Reached(Amount.minorUnits(money), 0, 0);
        }
        return fact.quantity() < 0 ? new Reached(0, 0, 1) : new Reached(0, 1, 0);
    }

    /** All tiers' goals of one requirement are of one kind and currency, so that any of them tells the unit. */
    private static Amount goal(Requirement requirement) {
        for (Level level : requirement.levels().values()) {
            Optional<Amount> goal = level.goal();
            if (goal.isPresent()) {
                return goal.get();
            }
        }
        return new Amount.Units(1);
    }
}
