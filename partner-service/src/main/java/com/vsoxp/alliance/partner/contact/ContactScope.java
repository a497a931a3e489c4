package com.vsoxp.alliance.partner.contact;

/** What a contact may do in its partner's name. */
public enum ContactScope {
    /** Open support cases. */
    SUPPORT
}
