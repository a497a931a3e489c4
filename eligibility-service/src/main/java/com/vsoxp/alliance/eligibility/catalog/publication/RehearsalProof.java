package com.vsoxp.alliance.eligibility.catalog.publication;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Knows what was rehearsed. */
public interface RehearsalProof {

    /**
     * A rehearsal, as far as a publication asks for it.
     *
     * @param documentDigest of the draft as it was rehearsed, as {@code ProgramText.digest} makes it
     * @param completed whether it went through all partners
     * @param finishedAt when it ended; null while it runs
     */
    record Rehearsed(String programVersion, String documentDigest, boolean completed, Instant finishedAt) {}

    /** The rehearsal of this id, if there is one. */
    Optional<Rehearsed> rehearsal(UUID id);
}
