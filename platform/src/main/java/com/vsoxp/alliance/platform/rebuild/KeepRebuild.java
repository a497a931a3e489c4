package com.vsoxp.alliance.platform.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;

/** Keeps what becomes of a rebuild. */
@UseCase
class KeepRebuild {

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    KeepRebuild(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Notes that one begins.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while another one runs, on any replica
     */
    @Transactional
    UUID begin() {
        UUID id = Ids.next();
        // The index on running ones decides between two that start at once.
        int begun = database.createNativeQuery("""
                        insert into rebuild (id, status, phase, started_at) values (?1, 'RUNNING', 'READING', ?2)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, clock.instant())
                .executeUpdate();
        if (begun == 0) {
            throw Problems.conflict("REBUILD_RUNNING", "Another rebuild runs; wait for it.");
        }
        return id;
    }

    /** Notes how far it is, whatever becomes of the transaction in which it works. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(UUID id, String phase, int percent) {
        database.createNativeQuery("update rebuild set phase = ?2, progress = ?3 where id = ?1 and status = 'RUNNING'")
                .setParameter(1, id)
                .setParameter(2, phase)
                .setParameter(3, percent)
                .executeUpdate();
    }

    /** It has come to this. */
    @Transactional
    void complete(UUID id, Object summary) {
        database.createNativeQuery("""
                        update rebuild set status = 'COMPLETED', phase = 'DONE', progress = 100, summary = ?2, finished_at = ?3
                        where id = ?1""")
                .setParameter(1, id)
                .setParameter(2, write(summary))
                .setParameter(3, clock.instant())
                .executeUpdate();
    }

    /** It will not go on, for this reason. */
    @Transactional
    void fail(UUID id, String why) {
        database.createNativeQuery("""
                        update rebuild set status = 'FAILED', failure = ?2, finished_at = ?3
                        where id = ?1 and status = 'RUNNING'""")
                .setParameter(1, id)
                .setParameter(2, why)
                .setParameter(3, clock.instant())
                .executeUpdate();
    }

    private String write(Object summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
