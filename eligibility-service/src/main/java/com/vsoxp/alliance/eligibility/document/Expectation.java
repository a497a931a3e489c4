package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Level;

/** The word for what a tier expects of a requirement. */
public enum Expectation {
    REQUIRED,
    /** Is scored, and never decides. */
    ENCOURAGED,
    NOT_APPLICABLE;

    /** The word for this level. */
    public static Expectation of(Level level) {
        return switch (level) {
            case Level.Required _ -> REQUIRED;
            case Level.Encouraged _ -> ENCOURAGED;
            case Level.NotApplicable _ -> NOT_APPLICABLE;
        };
    }
}
