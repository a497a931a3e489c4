package com.vsoxp.alliance.partner.enrollment.term;

/** A term that cannot be renewed yet; the message says from which day it can. */
public class RenewalTooEarlyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RenewalTooEarlyException(Renewal renewal) {
        super("The term ends on " + renewal.term().endsOn() + " and can be renewed from " + renewal.from() + ".");
    }
}
