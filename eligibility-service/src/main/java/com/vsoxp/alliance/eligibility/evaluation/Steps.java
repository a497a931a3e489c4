package com.vsoxp.alliance.eligibility.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What changes only on certain days: one value before the first of them, another from each of them on.
 *
 * @param <V> the values; where the next one is the same object, there is no step
 */
final class Steps<V> {

    /** The day of a step that does not come. */
    static final LocalDate NEVER = LocalDate.MAX;

    private final V before;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<V> values = new ArrayList<>();

    /** The same on all days so far. */
    Steps(V always) {
        before = always;
    }

    /** From this day on it is another one; no day comes before one that was told already. */
    void step(LocalDate day, V value) {
        int last = days.size() - 1;
        if (last >= 0 && days.get(last).equals(day)) {
            values.set(last, value);
        } else if (value != after(days.size())) {
            days.add(day);
            values.add(value);
        }
    }

    V on(LocalDate day) {
        return after(comeBy(day));
    }

    /** The value after so many steps. */
    V after(int steps) {
        return steps == 0 ? before : values.get(steps - 1);
    }

    /** The day of the step that comes after so many; {@link #NEVER} if there is none. */
    LocalDate dayAfter(int steps) {
        return steps < days.size() ? days.get(steps) : NEVER;
    }

    int count() {
        return days.size();
    }

    /** How many steps have come by the end of this day. */
    int comeBy(LocalDate day) {
        int low = 0;
        int high = days.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days.get(middle).isAfter(day)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
