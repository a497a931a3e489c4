package com.vsoxp.alliance.partner.enrollment.lifecycle;

import java.util.Objects;

/**
 * A tier that a partner was found to qualify for.
 *
 * @param tier the tier's code
 * @param programVersion the version of the program that says so
 */
public record Qualification(String tier, String programVersion) {

    public Qualification {
        Objects.requireNonNull(tier);
        Objects.requireNonNull(programVersion);
    }
}
