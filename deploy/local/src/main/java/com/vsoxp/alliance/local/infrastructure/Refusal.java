package com.vsoxp.alliance.local.infrastructure;

/** A reason, in one line for a person, why something was not done. Commands print the line and end with a code other than 0. */
public final class Refusal extends RuntimeException {

    public Refusal(String oneLine) {
        super(oneLine);
    }

    public Refusal(String oneLine, Throwable cause) {
        super(oneLine, cause);
    }
}
