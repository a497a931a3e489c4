package com.vsoxp.alliance.eligibility.catalog.draft;

import com.vsoxp.alliance.eligibility.catalog.ProgramRow;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a draft, a new one or over the one that is there. */
@UseCase
public class PutDraft {

    private final EntityManager database;
    private final Clock clock;

    PutDraft(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps the draft under its version.
     *
     * @param mayReplace throws unless the caller may put its draft in place of this one, or of none
     * @param by the caller's name
     * @return whether there was none before
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if the version is published
     */
    @Transactional
    public boolean put(Program draft, Consumer<Optional<Program>> mayReplace, String by) {
        ProgramRow.mustNotBePublished(draft.version());
        Optional<DraftRow> there = DraftRow.locked(draft.version());
        mayReplace.accept(there.map(DraftRow::program));
        Instant now = clock.instant();
        there.ifPresent(row -> {
            row.document = ProgramText.json(draft, null);
            row.changedAt = now;
            row.changedBy = by;
        });
        if (there.isEmpty()) {
            create(draft, now, by);
        }
        return there.isEmpty();
    }

    private void create(Program draft, Instant now, String by) {
        int created = database.createNativeQuery("""
                        insert into program_draft (version, document, created_at, changed_at, changed_by)
                        values (?1, ?2, ?3, ?3, ?4) on conflict do nothing""")
                .setParameter(1, draft.version())
                .setParameter(2, ProgramText.json(draft, null))
                .setParameter(3, now)
                .setParameter(4, by)
                .executeUpdate();
        if (created == 0) {
            throw Problems.preconditionRequired();
        }
        // A publication that ended meanwhile took its draft away, and this one's place was free.
        ProgramRow.mustNotBePublished(draft.version());
    }
}
