package com.vsoxp.alliance.local.client;

/** A service refused a request, or did not answer in time. */
public class RefusedException extends RuntimeException {

    public RefusedException(String message) {
        super(message);
    }

    public RefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
