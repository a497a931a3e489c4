package com.vsoxp.alliance.platform.testing.browser;

/**
 * How somebody looks at a page.
 *
 * @param width of the window in CSS pixels, like the height
 * @param dark whether the reader prefers dark colors
 * @param script whether the browser runs scripts
 */
public record Look(int width, int height, boolean dark, boolean script) {

    /** At a desk. */
    public static final Look DESK = new Look(1280, 900, false, true);

    /** At a desk, at night. */
    public static final Look DARK = DESK.atNight();

    /** On a small phone. */
    public static final Look PHONE = new Look(360, 740, false, true);

    /** At a desk, by a browser that runs no script. */
    public static final Look WITHOUT_SCRIPT = new Look(1280, 900, false, false);

    /** The same for a reader who prefers dark colors. */
    public Look atNight() {
        return new Look(width, height, true, script);
    }
}
