package com.vsoxp.alliance.partner.sale.share;

import java.util.Arrays;
import java.util.List;

/**
 * Deals out things that cannot be split, licenses or cents, by percentages.
 *
 * <p>Each goes to whoever is furthest behind its share, by the method of highest averages (Webster's): so the parts add up,
 * and when the whole shrinks nobody's part grows. Largest remainders would not do: by them the return of one license may
 * give another partner one more. What the percentages leave of 100 belongs to nobody.
 */
public final class Apportionment {

    private static final int WHOLE = 100;

    private final int[] percents;

    /**
     * @param percents of each party, 1 to 100, at most 100 in all; of two equal ones the first comes first
     */
    public Apportionment(List<Integer> percents) {
        int sum = percents.stream().mapToInt(Integer::intValue).sum();
        if (sum > WHOLE || percents.stream().anyMatch(percent -> percent < 1)) {
            throw new IllegalArgumentException("No shares: " + percents);
        }
        this.percents = new int[percents.size() + 1];
        Arrays.setAll(this.percents, i -> i < percents.size() ? percents.get(i) : WHOLE - sum);
    }

    /** The part of each party in {@code whole}, zero or more. */
    public long[] of(long whole) {
        // Every full hundred is dealt out exactly, and the next one begins as the first did.
        long hundreds = whole / WHOLE;
        long[] parts = new long[percents.length];
        for (long dealt = 0; dealt < whole % WHOLE; dealt++) {
            parts[furthestBehind(parts)]++;
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] += hundreds * percents[i];
        }
        return Arrays.copyOf(parts, parts.length - 1);
    }

    private int furthestBehind(long[] parts) {
        int best = 0;
        for (int i = 1; i < parts.length; i++) {
            if (percents[i] * (2 * parts[best] + 1) > percents[best] * (2 * parts[i] + 1)) {
                best = i;
            }
        }
        return best;
    }
}
