package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Counting.Span;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a partner has reached of one requirement on every day, past and to come, if nothing new happens: a number that
 * changes only on the days a fact starts or stops to count.
 */
final class Timeline {

    private static final Reached NOTHING = new Reached(0, 0, 0);

    private final Measure measure;
    private final List<Fact> facts;
    private final EnrollmentDates dates;
    private final Steps<Reached> reached;

    /**
     * @param number the sum or count, in whole units
     * @param more how many facts count on the day that cannot be added up, and would make it more
     * @param less how many such facts would make it less
     */
    record Reached(long number, int more, int less) {

        Reached plus(Reached other) {
            return new Reached(Math.addExact(number, other.number), more + other.more, less + other.less);
        }

        Reached minus(Reached other) {
            return new Reached(Math.subtractExact(number, other.number), more - other.more, less - other.less);
        }

        /** Whether the facts that cannot be added up may decide if the goal is reached. */
        boolean isUnclearAgainst(long goal) {
            return number >= goal ? less > 0 : more > 0;
        }
    }

    /** What begins to count on a day, or ceases to. */
    private record Change(LocalDate day, Reached worth, boolean begins) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            return day.compareTo(other.day);
        }
    }

    private Timeline(Measure measure, List<Fact> facts, EnrollmentDates dates, Steps<Reached> reached) {
        this.measure = measure;
        this.facts = facts;
        this.dates = dates;
        this.reached = reached;
    }

    /** Of the facts of the kinds that are measured, whatever others there are. */
    static Timeline of(Measure measure, Worth worth, List<Fact> facts, EnrollmentDates dates) {
        List<Change> changes = new ArrayList<>();
        for (Measure.Part part : measure.parts()) {
            for (Fact fact : facts) {
                if (fact.kind().equals(part.of())) {
                    Span span = Counting.span(part.window(), fact, dates);
                    if (!span.isEmpty()) {
                        note(changes, span, worth.of(part, fact));
                    }
                }
            }
        }
        return new Timeline(measure, facts, dates, sums(changes));
    }

    private static void note(List<Change> changes, Span span, Reached worth) {
        changes.add(new Change(span.from(), worth, true));
        if (!span.until().equals(Steps.NEVER)) {
            changes.add(new Change(span.until(), worth, false));
        }
    }

    private static Steps<Reached> sums(List<Change> changes) {
        changes.sort(null);
        Steps<Reached> sums = new Steps<>(NOTHING, changes.size());
        Reached sum = NOTHING;
        for (Change change : changes) {
            sum = change.begins() ? sum.plus(change.worth()) : sum.minus(change.worth());
            sums.step(change.day(), sum);
        }
        return sums;
    }

    Steps<Reached> reached() {
        return reached;
    }

    Reached on(LocalDate day) {
        return reached.on(day);
    }

    /** The facts that count on this day. */
    List<Fact> factsOn(LocalDate day) {
        return spans().filter(span -> span.contains(day)).map(Span::fact).toList();
    }

    /** The facts that begin to count after this day. */
    List<Fact> factsAfter(LocalDate day) {
        return spans().filter(span -> span.from().isAfter(day)).map(Span::fact).toList();
    }

    /** Reckoned when asked for, since few are asked which facts it was. */
    private Stream<Span> spans() {
        return measure.parts().stream().flatMap(part -> facts.stream()
                .filter(fact -> fact.kind().equals(part.of()))
                .map(fact -> Counting.span(part.window(), fact, dates))
                .filter(span -> !span.isEmpty()));
    }
}
