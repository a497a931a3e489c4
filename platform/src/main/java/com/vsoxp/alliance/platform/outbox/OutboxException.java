package com.vsoxp.alliance.platform.outbox;

/** An event could not be stored: the caller's transaction must not commit. */
public class OutboxException extends RuntimeException {

    public OutboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
