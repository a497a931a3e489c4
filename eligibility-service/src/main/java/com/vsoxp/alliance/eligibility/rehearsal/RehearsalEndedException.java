package com.vsoxp.alliance.eligibility.rehearsal;

/** A rehearsal is not to go on; the message tells a program manager why. */
class RehearsalEndedException extends RuntimeException {

    RehearsalEndedException(String why) {
        super(why);
    }
}
