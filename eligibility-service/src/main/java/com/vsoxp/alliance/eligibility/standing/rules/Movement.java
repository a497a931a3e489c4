package com.vsoxp.alliance.eligibility.standing.rules;

/** What a decision does to the tier a partner holds. */
public enum Movement {
    /** From no tier to one. */
    ADMISSION,
    PROMOTION,
    DEMOTION,
    /** From a tier to none: the enrollment ends. */
    LAPSE,
    /** To the same tier, or its heir, under another version of the program. */
    TRANSFER,
    /** The tier stays; the standing within it changes. */
    NONE
}
