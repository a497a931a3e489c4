package com.vsoxp.alliance.partner.deal.conflict;

/** Why two deals seem to be about one customer. */
public enum ConflictReason {
    /** The same country, and the same name but for case, accents, punctuation and legal form. */
    SAME_NAME_AND_COUNTRY,
    /** The same web host. */
    SAME_WEB_HOST
}
