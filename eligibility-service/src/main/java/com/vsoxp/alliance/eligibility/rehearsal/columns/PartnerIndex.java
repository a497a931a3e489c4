package com.vsoxp.alliance.eligibility.rehearsal.columns;

import java.util.Arrays;
import java.util.UUID;

/** Gives partners positions from 0 on, and finds them by their ids: 24 bytes a partner instead of an object each. */
final class PartnerIndex {

    private static final int FREE = -1;

    private final long[] high;
    private final long[] low;
    private final int[] table;
    private final int mask;
    private int size;

    PartnerIndex(int capacity) {
        high = new long[capacity];
        low = new long[capacity];
        table = new int[Integer.highestOneBit(Math.max(8, capacity)) * 4];
        mask = table.length - 1;
        Arrays.fill(table, FREE);
    }

    int size() {
        return size;
    }

    /** @throws IndexOutOfBoundsException if there are more than it was made for */
    int add(long highBits, long lowBits) {
        high[size] = highBits;
        low[size] = lowBits;
        table[place(highBits, lowBits)] = size;
        return size++;
    }

    /** The position; -1 if it was not added. */
    int find(long highBits, long lowBits) {
        return table[place(highBits, lowBits)];
    }

    UUID id(int position) {
        return new UUID(high[position], low[position]);
    }

    private int place(long highBits, long lowBits) {
        int place = hash(highBits, lowBits) & mask;
        while (table[place] != FREE && (high[table[place]] != highBits || low[table[place]] != lowBits)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private static int hash(long highBits, long lowBits) {
        long mixed = (highBits * 0x9E3779B97F4A7C15L ^ lowBits) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }
}
