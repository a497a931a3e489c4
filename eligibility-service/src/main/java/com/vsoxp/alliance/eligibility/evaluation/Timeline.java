package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Counting.Span;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a partner has reached of one requirement on every day, past and to come, if nothing new happens: a number that
 * changes only on the days a fact starts or stops to count.
 */
final class Timeline {

    private static final Reached NOTHING = new Reached(0, 0);

    private final List<Span> spans;
    private final NavigableMap<LocalDate, Reached> steps = new TreeMap<>();

    /**
     * @param number the sum or count, in whole units
     * @param unclear how many facts count on the day, but cannot be added up
     */
    record Reached(long number, int unclear) {

        Reached plus(Reached other) {
            return new Reached(Math.addExact(number, other.number), unclear + other.unclear);
        }

        Reached negated() {
            return new Reached(-number, -unclear);
        }
    }

    private Timeline(List<Span> spans) {
        this.spans = spans;
    }

    /** Of the facts of the requirement's own kind. */
    static Timeline of(Requirement requirement, List<Fact> facts, EnrollmentDates dates) {
        Timeline timeline = new Timeline(facts.stream()
                .map(fact -> Counting.span(requirement.measure().window(), fact, dates))
                .flatMap(Optional::stream)
                .toList());
        for (Span span : timeline.spans) {
            Reached worth = worth(requirement, span.fact());
            timeline.steps.merge(span.from(), worth, Reached::plus);
            if (span.until() != null) {
                timeline.steps.merge(span.until(), worth.negated(), Reached::plus);
            }
        }
        timeline.accumulate();
        return timeline;
    }

    Reached on(LocalDate day) {
        var step = steps.floorEntry(day);
        return step == null ? NOTHING : step.getValue();
    }

    /** The days after this one on which something changes, in order. */
    Set<LocalDate> changesAfter(LocalDate day) {
        return steps.tailMap(day, false).keySet();
    }

    /** The facts that count on this day. */
    List<Fact> factsOn(LocalDate day) {
        return spans.stream().filter(span -> span.contains(day)).map(Span::fact).toList();
    }

    private void accumulate() {
        Reached sum = NOTHING;
        for (var step : steps.entrySet()) {
            sum = sum.plus(step.getValue());
            step.setValue(sum);
        }
    }

    private static Reached worth(Requirement requirement, Fact fact) {
        return switch (requirement.measure().aggregate()) {
            case COUNT, HOLDS -> new Reached(1, 0);
            case SUM ->
                switch (goal(requirement)) {
                    case Amount.Sum goal -> worthInMoney(goal.money(), fact.money());
                    case Amount.Units _, Amount.Held _ -> new Reached(fact.quantity(), 0);
                };
        };
    }

    private static Reached worthInMoney(Money goal, Money paid) {
        return paid != null && paid.currency().equals(goal.currency())
                ? new Reached(Amount.minorUnits(paid), 0)
                : new Reached(0, 1);
    }

    /** All tiers' goals of one requirement are of one kind and currency, so that any of them tells the unit. */
    private static Amount goal(Requirement requirement) {
        return requirement.levels().values().stream()
                .map(Level::goal)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Amount.Units(1));
    }
}
