package com.vsoxp.alliance.partner.enrollment.term;

/** How urgent a renewal is. */
public enum RenewalStatus {
    /** Too early. */
    NOT_DUE,
    /** It can be renewed, and has not ended. */
    DUE,
    /** It has ended. The enrollment goes on all the same. */
    OVERDUE
}
