package com.vsoxp.alliance.platform.inbox;

/** An event that can never be taken as it is: it goes to the dead letter topic with this message as the reason. */
public class PoisonEventException extends RuntimeException {

    public PoisonEventException(String message) {
        super(message);
    }

    public PoisonEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
