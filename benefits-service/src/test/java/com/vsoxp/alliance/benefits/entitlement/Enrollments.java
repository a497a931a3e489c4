package com.vsoxp.alliance.benefits.entitlement;

import com.vsoxp.alliance.benefits.program.Program20;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Enrollment states as partner-service says them, each recorded at noon of its day. */
final class Enrollments {

    private Enrollments() {}

    static EnrollmentState active(long sequence, String tier, String tierSince) {
        return active(sequence, tier, tierSince, tierSince, Program20.VERSION);
    }

    static EnrollmentState active(long sequence, String tier, String tierSince, String recordedOn, String program) {
        return state(sequence, EnrollmentStatus.ACTIVE, tier, program, tierSince, null, recordedOn);
    }

    static EnrollmentState suspended(long sequence, String tier, String tierSince, String recordedOn) {
        return state(sequence, EnrollmentStatus.SUSPENDED, tier, Program20.VERSION, tierSince, null, recordedOn);
    }

    static EnrollmentState ended(long sequence, EnrollmentStatus how, String endedOn) {
        return state(sequence, how, null, null, null, endedOn, endedOn);
    }

    static EnrollmentState state(
            long sequence,
            EnrollmentStatus status,
            String tier,
            String program,
            String tierSince,
            String endedOn,
            String recordedOn) {
        return new EnrollmentState(
                sequence,
                status,
                tier,
                program,
                day(tierSince),
                day(endedOn),
                day(recordedOn).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
