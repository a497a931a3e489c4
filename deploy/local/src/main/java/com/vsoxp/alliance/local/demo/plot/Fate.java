package com.vsoxp.alliance.local.demo.plot;

/** What becomes of a partner in the year of the demonstration. */
public enum Fate {
    /** Premier from its first day to the last. */
    FOUNDER,
    /** Enters as a reseller and works its way up to premier. */
    CLIMBER,
    /** A reseller that sells a little every month. */
    STEADY,
    /** Joins in the last months, and has its first year's grace. */
    NEWCOMER,
    /** Premier; at risk at the end, since its only consultant's certification expired. */
    FADING_STAFF,
    /** Premier; at risk at the end, since the sales of a year ago have left the window. */
    FADING_SALES,
    /** Premier; at risk at the end, since its web site's listing was verified for a time only. */
    FADING_LISTING,
    /** Premier; at risk at the end, since a customer gave most of an order back. */
    FADING_REFUND,
    /** Premier until its consultant left, and a reseller 90 days after. */
    DEMOTED,
    /** A reseller, suspended at the end. */
    SUSPENDED,
    /** A reseller that was suspended for two months. */
    REINSTATED,
    /** A reseller until the program manager ended it. */
    TERMINATED,
    /** A reseller until it left. */
    WITHDRAWN
}
