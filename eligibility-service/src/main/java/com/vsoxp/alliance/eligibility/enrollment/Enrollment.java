package com.vsoxp.alliance.eligibility.enrollment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner's open enrollment, as the partner service told it last.
 *
 * @param tier the tier it holds; null while it is only applied for
 * @param appliedTier the tier the partner wants
 * @param termEndsOn the last day of the yearly term; null if it is in none
 */
public record Enrollment(UUID id, String tier, String appliedTier, LocalDate termEndsOn, EnrollmentDates dates) {}
