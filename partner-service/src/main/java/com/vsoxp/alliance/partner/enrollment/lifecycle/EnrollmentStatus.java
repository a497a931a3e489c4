package com.vsoxp.alliance.partner.enrollment.lifecycle;

/** Where an enrollment stands, in one word. */
public enum EnrollmentStatus {
    /** Asked for; holds no tier yet. */
    APPLIED,
    /** Holds a tier. */
    ACTIVE,
    /** Holds a tier whose benefits rest for now. */
    SUSPENDED,
    /** Ended by the program, or because no tier is met any more. */
    TERMINATED,
    /** Refused before it held a tier. */
    REJECTED,
    /** Ended by the partner. */
    WITHDRAWN;

    /** Whether this is not an end: a partner has one open enrollment at most. */
    public boolean isOpen() {
        return this == APPLIED || this == ACTIVE || this == SUSPENDED;
    }
}
