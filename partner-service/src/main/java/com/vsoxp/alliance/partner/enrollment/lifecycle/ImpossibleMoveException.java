package com.vsoxp.alliance.partner.enrollment.lifecycle;

/** A decision that cannot be taken where the enrollment stands; the message says why, in words for a person. */
public class ImpossibleMoveException extends RuntimeException {

    private final EnrollmentStatus status;

    ImpossibleMoveException(EnrollmentStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** Where the enrollment stands. */
    public EnrollmentStatus status() {
        return status;
    }
}
