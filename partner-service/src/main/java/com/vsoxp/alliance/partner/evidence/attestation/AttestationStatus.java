package com.vsoxp.alliance.partner.evidence.attestation;

/** What became of a claim. */
public enum AttestationStatus {
    /** Nobody has looked at it. */
    SUBMITTED,
    /** It counts, until its end if it has one. */
    VERIFIED,
    /** A program manager found against it. */
    REJECTED,
    /** It was verified, and what it claims was not to be seen any more. */
    LAPSED
}
