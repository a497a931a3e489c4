package com.vsoxp.alliance.partner.evidence.attestation;

import com.vsoxp.alliance.partner.evidence.EvidenceKind;

/** What a partner can attest of itself. */
public enum AttestationKind {
    /** It has implemented web applications on the Windows platform. */
    WEB_APPLICATIONS_ON_WINDOWS(EvidenceKind.WEB_APPLICATIONS_ON_WINDOWS),
    /** It supports its own customers with the software. */
    INTERNAL_USE(EvidenceKind.INTERNAL_USE),
    /** Its own web site tells of the software. */
    WEBSITE_LISTING(EvidenceKind.WEBSITE_LISTING);

    private final EvidenceKind evidence;

    AttestationKind(EvidenceKind evidence) {
        this.evidence = evidence;
    }

    /** What a verified one is evidence of. */
    public EvidenceKind evidence() {
        return evidence;
    }
}
