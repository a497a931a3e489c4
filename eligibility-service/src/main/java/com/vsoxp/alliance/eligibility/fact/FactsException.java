package com.vsoxp.alliance.eligibility.fact;

import java.sql.SQLException;

/** The database refused or failed; its own exception is the cause. */
public class FactsException extends RuntimeException {

    FactsException(SQLException cause) {
        super("Facts could not be stored or read", cause);
    }
}
