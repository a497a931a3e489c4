package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.eligibility.catalog.publication.RehearsalProof;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Shows a publication the rehearsals that are kept. */
@ApplicationScoped
class KeptRehearsals implements RehearsalProof {

    @Override
    public Optional<Rehearsed> rehearsal(UUID id) {
        return RehearsalRow.<RehearsalRow>findByIdOptional(id)
                .map(row -> new Rehearsed(
                        row.programVersion,
                        row.documentDigest,
                        row.status == RehearsalRow.Status.COMPLETED,
                        row.finishedAt));
    }
}
