package com.vsoxp.alliance.eligibility.job;

/** A job is not to go on; the message tells a program manager why. */
public class JobEndedException extends RuntimeException {

    public JobEndedException(String why) {
        super(why);
    }
}
