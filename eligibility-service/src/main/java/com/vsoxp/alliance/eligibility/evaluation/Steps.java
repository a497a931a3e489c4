package com.vsoxp.alliance.eligibility.evaluation;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What changes only on certain days: one value before the first of them, another from each of them on. Kept in arrays, since every
 * event of a partner has a score of them made, most of them without a step.
 *
 * @param <V> the values; where the next one is the same object, there is no step
 */
final class Steps<V> {

    /** The day of a step that does not come. */
    static final LocalDate NEVER = LocalDate.MAX;

    private static final LocalDate[] NO_DAYS = {};
    private static final Object[] NO_VALUES = {};
    private static final int ROOM = 4;

    private final V before;
    private LocalDate[] days;
    private Object[] values;
    private int count;

    /** The same on all days so far. */
    Steps(V always) {
        before = always;
        days = NO_DAYS;
        values = NO_VALUES;
    }

    /** The same on all days so far, with room for so many steps. */
    Steps(V always, int room) {
        before = always;
        days = room == 0 ? NO_DAYS : new LocalDate[room];
        values = room == 0 ? NO_VALUES : new Object[room];
    }

    /** From this day on it is another one; no day comes before one that was told already. */
    void step(LocalDate day, V value) {
        if (count > 0 && days[count - 1].equals(day)) {
            values[count - 1] = value;
        } else if (value != after(count)) {
            if (count == days.length) {
                days = Arrays.copyOf(days, Math.max(ROOM, 2 * count));
                values = Arrays.copyOf(values, days.length);
            }
            days[count] = day;
            values[count] = value;
            count++;
        }
    }

    V on(LocalDate day) {
        return after(comeBy(day));
    }

    /** The value after so many steps. */
    @SuppressWarnings("unchecked")
    V after(int steps) {
        return steps == 0 ? before : (V) values[steps - 1];
    }

    /** The day of the step that comes after so many; {@link #NEVER} if there is none. */
    LocalDate dayAfter(int steps) {
        return steps < count ? days[steps] : NEVER;
    }

    int count() {
        return count;
    }

    /** How many steps have come by the end of this day. */
    int comeBy(LocalDate day) {
        int low = 0;
        int high = count;
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
}
