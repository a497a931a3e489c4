package com.vsoxp.alliance.eligibility.standing;

import java.sql.SQLException;

/** The database refused or failed; its own exception is the cause. */
public class StandingsException extends RuntimeException {

    StandingsException(SQLException cause) {
        super("Standings could not be kept or read", cause);
    }
}
