package com.vsoxp.alliance.directory.page.wording;

/**
 * Stands for a partner where others would have a picture: nothing is loaded from elsewhere, so nobody learns who visits.
 *
 * @param hue one of the stylesheet's
 */
public record Monogram(String letters, int hue) {

    private static final int HUES = 8;

    public static Monogram of(String name) {
        return new Monogram(Wording.monogram(name), Math.floorMod(name.hashCode(), HUES));
    }
}
