package com.vsoxp.alliance.eligibility.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * An enrollment as it is said to be now.
 *
 * @param sequence its place among all that is said about the partner; the highest is what holds
 * @param knownAt when the partner service recorded it, which is since when it could be known
 * @param status open are {@code APPLIED}, {@code ACTIVE} and {@code SUSPENDED}
 */
public record EnrollmentNews(
        UUID partnerId,
        long sequence,
        Instant knownAt,
        UUID id,
        String status,
        String tier,
        String appliedTier,
        LocalDate appliedOn,
        LocalDate since,
        LocalDate termEndsOn,
        LocalDate endedOn) {

    private static final Set<String> OPEN = Set.of("APPLIED", "ACTIVE", "SUSPENDED");

    static boolean isOpen(String status) {
        return status != null && OPEN.contains(status);
    }
}
