package com.vsoxp.alliance.partner.evidence;

/** What a piece of evidence shows. */
public enum EvidenceKind {
    FEE_PAYMENT,
    WEB_APPLICATIONS_ON_WINDOWS,
    INTERNAL_USE,
    WEBSITE_LISTING,
    CONSULTANT
}
