package com.vsoxp.alliance.eligibility.catalog.publication;

import com.vsoxp.alliance.eligibility.catalog.publication.RehearsalProof.Rehearsed;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Decides whether a rehearsal tells what the publication of a draft would do. */
@ApplicationScoped
class Rehearsals {

    private final RehearsalProof proof;
    private final PublicationConfig config;

    Rehearsals(RehearsalProof proof, PublicationConfig config) {
        this.proof = proof;
        this.config = config;
    }

    /** @throws ProblemException 409 that says why the rehearsal is none of this draft as it is now */
    void mustProve(Program draft, UUID rehearsalId, Instant now) {
        Rehearsed rehearsed = proof.rehearsal(rehearsalId)
                .orElseThrow(() -> refused("NOT_REHEARSED", "There is no rehearsal " + rehearsalId + "."));
        if (!rehearsed.programVersion().equals(draft.version())) {
            throw refused("NOT_REHEARSED", "The rehearsal is of version " + rehearsed.programVersion() + ".");
        }
        if (!rehearsed.completed()) {
            throw refused("REHEARSAL_INCOMPLETE", "The rehearsal is not completed.");
        }
        if (!rehearsed.documentDigest().equals(ProgramText.digest(draft))) {
            throw refused("REHEARSAL_STALE", "The draft has changed since it was rehearsed.");
        }
        Instant validUntil = rehearsed.finishedAt().plus(config.rehearsalValidFor());
        if (now.isAfter(validUntil)) {
            throw refused("REHEARSAL_STALE", "The rehearsal could be published on until " + validUntil + ".");
        }
    }

    private static ProblemException refused(String code, String why) {
        return Problems.conflict(code, why + " Rehearse the draft as it is, and publish it on that.");
    }
}
