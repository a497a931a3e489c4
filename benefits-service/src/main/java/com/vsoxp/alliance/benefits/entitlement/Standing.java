package com.vsoxp.alliance.benefits.entitlement;

import java.time.LocalDate;

/**
 * What governs a partner's entitlements from a day on, until the next standing.
 *
 * @param sequence the enrollment state that brought it
 * @param status {@code ACTIVE}, {@code SUSPENDED}, or how the enrollment ended
 * @param tier the tier held; the last one held, if the enrollment ended
 * @param from the first day it governs
 */
public record Standing(long sequence, EnrollmentStatus status, String tier, String programVersion, LocalDate from) {

    /** Whether the partner holds a tier, be it held back by a suspension. */
    public boolean gives() {
        return switch (status) {
            case ACTIVE, SUSPENDED -> true;
            case APPLIED, TERMINATED, REJECTED, WITHDRAWN -> false;
        };
    }

    boolean sameAs(Standing other) {
        return status == other.status && tier.equals(other.tier) && programVersion.equals(other.programVersion);
    }
}
