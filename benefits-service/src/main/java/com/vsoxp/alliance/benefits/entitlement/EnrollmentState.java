package com.vsoxp.alliance.benefits.entitlement;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One state that a partner's enrollment was said to be in.
 *
 * @param sequence its place among the partner's facts, whatever order they arrive in
 * @param tier the tier held; null while none is
 * @param programVersion the version of the program the tier was given under; null while none is
 * @param tierSince the first day of the tier
 * @param endedOn the first day without the enrollment; null while it lasts
 * @param recordedAt when the state was recorded, which dates what has no day of its own (a suspension)
 */
public record EnrollmentState(
        long sequence,
        EnrollmentStatus status,
        String tier,
        String programVersion,
        LocalDate tierSince,
        LocalDate endedOn,
        Instant recordedAt) {}
