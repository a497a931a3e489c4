package com.vsoxp.alliance.partner.enrollment.lifecycle;

import java.time.LocalDate;

/**
 * Where an enrollment stands, with exactly what it has there. {@code pending} is a qualification that waits for a program
 * manager's approval, or null; {@code reason} is that of the decision which led here, or null where none was given.
 */
public sealed interface EnrollmentState {

    record Applied(Qualification pending) implements EnrollmentState {}

    record Active(Membership membership, Qualification pending, String reason) implements EnrollmentState {}

    record Suspended(Membership membership, Qualification pending, String reason) implements EnrollmentState {}

    /** {@code since} is null for one that ends without ever having held a tier. */
    record Terminated(LocalDate since, LocalDate endedOn, String reason) implements EnrollmentState {}

    record Rejected(LocalDate endedOn, String reason) implements EnrollmentState {}

    /** {@code since} is null for one that ends without ever having held a tier. */
    record Withdrawn(LocalDate since, LocalDate endedOn, String reason) implements EnrollmentState {}

    /** The state in one word. */
    default EnrollmentStatus status() {
        return switch (this) {
            case Applied _ -> EnrollmentStatus.APPLIED;
            case Active _ -> EnrollmentStatus.ACTIVE;
            case Suspended _ -> EnrollmentStatus.SUSPENDED;
            case Terminated _ -> EnrollmentStatus.TERMINATED;
            case Rejected _ -> EnrollmentStatus.REJECTED;
            case Withdrawn _ -> EnrollmentStatus.WITHDRAWN;
        };
    }
}
