package com.vsoxp.alliance.partner.feed;

import java.sql.SQLException;

/** The feed's table could not be used; the cause says why. */
public class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FeedException(String message, SQLException cause) {
        super(message, cause);
    }
}
