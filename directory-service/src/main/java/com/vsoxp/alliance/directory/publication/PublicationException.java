package com.vsoxp.alliance.directory.publication;

import java.sql.SQLException;

/** What the world is told could not be kept or read; the cause says why. */
public class PublicationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PublicationException(String message, SQLException cause) {
        super(message, cause);
    }
}
