package com.vsoxp.alliance.partner.partner.duplicate;

/** What two records have in common that may well be one company. */
public enum DuplicateReason {
    /** The legal names, or names, are the same but for case, accents, punctuation and legal form; so is the country. */
    SAME_LEGAL_NAME_AND_COUNTRY,
    /** The websites are on one registered domain. */
    SAME_WEB_DOMAIN
}
