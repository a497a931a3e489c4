package com.vsoxp.alliance.partner.evidence.attestation;

/** What became of a claim. */
public enum AttestationStatus {
    SUBMITTED,
    VERIFIED,
    REJECTED
}
