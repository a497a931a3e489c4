package com.vsoxp.alliance.directory.search.words;

/** Which words may have been meant by one that was typed. */
final class Spelling {

    /** Shorter words differ too little from others. */
    static final int SHORTEST = 4;

    private static final int LONG = 8;

    private Spelling() {}

    /** Whether the one is the other but for one letter that is missing, added, wrong or swapped with its neighbor; in long words two. */
    static boolean mayMean(String typed, String word) {
        return typed.length() >= SHORTEST
                && !typed.equals(word)
                && distance(typed, word) <= (typed.length() >= LONG ? 2 : 1);
    }

    /** How many letters must be added, taken away, changed or swapped with their neighbor (optimal string alignment). */
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int cheapest(int[][] rows, String one, String other, int i, int j) {
        var same = one.charAt(i - 1) == other.charAt(j - 1);
        var cheapest = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(cheapest, rows[i - 2][j - 2] + 1) : cheapest;
    }
}
