package com.vsoxp.alliance.platform.job;

/** A job is not to go on; the message tells an operator why. */
public class JobEndedException extends RuntimeException {

    public JobEndedException(String why) {
        super(why);
    }
}
