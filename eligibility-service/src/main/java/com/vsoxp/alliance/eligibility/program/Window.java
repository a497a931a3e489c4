package com.vsoxp.alliance.eligibility.program;

/** Which days a measure looks at, as seen from the day of evaluation. */
public enum Window {
    /** The last twelve months, {@code (day - 12 months, day]}. */
    ROLLING_12_MONTHS,
    /** From the last anniversary of the enrollment's first day, up to the day. */
    ENROLLMENT_YEAR,
    /** From the first of January, up to the day. */
    CALENDAR_YEAR,
    /** Everything up to the day. */
    EVER,
    /** Everything after the previous enrollment ended, up to the day; the same as ever in a first enrollment. */
    ENROLLMENT
}
