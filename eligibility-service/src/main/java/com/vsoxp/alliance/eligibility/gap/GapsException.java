package com.vsoxp.alliance.eligibility.gap;

import java.sql.SQLException;

/** The database refused or failed; its own exception is the cause. */
public class GapsException extends RuntimeException {

    GapsException(SQLException cause) {
        super("Gaps could not be stored or read", cause);
    }
}
