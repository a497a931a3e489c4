package com.vsoxp.alliance.eligibility.evaluation;

/** How a requirement stands on a day. */
public enum Verdict {
    MET,
    UNMET,
    /** Unmet, but the partner joined so recently that it still passes. */
    IN_GRACE,
    NOT_APPLICABLE,
    /** The data at hand does not tell: neither met nor held against the partner. */
    INDETERMINATE;

    /** Whether a required requirement lets the tier be held. */
    public boolean passes() {
        return switch (this) {
            case MET, IN_GRACE, NOT_APPLICABLE -> true;
            case UNMET, INDETERMINATE -> false;
        };
    }
}
