package com.vsoxp.alliance.eligibility.rehearsal.columns;

import java.util.Arrays;
import java.util.UUID;

/** Gives partners positions from 0 on, and finds them by their ids: 24 bytes a partner instead of an object each. */
final class PartnerIndex {

    private static final int FREE = -1;

    /** Both halves of an id beside each other, so that to compare it is one look into memory. */
    private final long[] ids;

    private final int[] table;
    private final int mask;
    private int size;

    PartnerIndex(int capacity) {
        ids = new long[2 * capacity];
        table = new int[Integer.highestOneBit(Math.max(8, capacity)) * 4];
        mask = table.length - 1;
        Arrays.fill(table, FREE);
    }

    int size() {
        return size;
    }

    /** @throws IndexOutOfBoundsException if there are more than it was made for */
    int add(long highBits, long lowBits) {
        ids[2 * size] = highBits;
        ids[2 * size + 1] = lowBits;
        table[place(highBits, lowBits)] = size;
        return size++;
    }

    /** The position; -1 if it was not added. */
    int find(long highBits, long lowBits) {
        return table[place(highBits, lowBits)];
    }

    UUID id(int position) {
        return new UUID(ids[2 * position], ids[2 * position + 1]);
    }

    private int place(long highBits, long lowBits) {
        int place = hash(highBits, lowBits) & mask;
        while (table[place] != FREE && !isId(table[place], highBits, lowBits)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private boolean isId(int position, long highBits, long lowBits) {
        return ids[2 * position] == highBits && ids[2 * position + 1] == lowBits;
    }

    private static int hash(long highBits, long lowBits) {
        long mixed = (highBits * 0x9E3779B97F4A7C15L ^ lowBits) * 0xC2B2AE3D27D4EB4FL;
        return (int) (mixed >>> 32);
    }
}
