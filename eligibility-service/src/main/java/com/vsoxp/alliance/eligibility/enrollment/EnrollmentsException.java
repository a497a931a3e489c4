package com.vsoxp.alliance.eligibility.enrollment;

import java.sql.SQLException;

/** The database refused or failed; its own exception is the cause. */
public class EnrollmentsException extends RuntimeException {

    EnrollmentsException(SQLException cause) {
        super("Enrollments could not be stored or read", cause);
    }
}
