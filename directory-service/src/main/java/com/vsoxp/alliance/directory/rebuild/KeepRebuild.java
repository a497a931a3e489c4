package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.directory.rebuild.RebuildRow.Phase;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps what becomes of a rebuild. */
@UseCase
class KeepRebuild {

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /**
     * Notes that one begins.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while another one runs, on any replica
     */
    @Transactional
    RebuildRow begin() {
        var id = Ids.next();
        // The index on running ones decides between two that start at once.
        var begun = database.createNativeQuery("""
                        insert into rebuild (id, status, phase, started_at) values (?1, 'RUNNING', 'READING', ?2)
                        on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, clock.instant())
                .executeUpdate();
        if (begun == 0) {
            throw Problems.conflict("REBUILD_RUNNING", "Another rebuild runs; wait for it.");
        }
        return RebuildRow.findById(id);
    }

    /** Notes how far it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(UUID id, Phase phase, int percent) {
        database.createNativeQuery("update rebuild set phase = ?2, progress = ?3 where id = ?1 and status = 'RUNNING'")
                .setParameter(1, id)
                .setParameter(2, phase.name())
                .setParameter(3, percent)
                .executeUpdate();
    }

    /** It has come to this. */
    @Transactional
    void complete(UUID id, BuildAnew.Result result) {
        database.createNativeQuery("""
                        update rebuild
                        set status = 'COMPLETED', phase = 'DONE', progress = 100, events = ?2, unreadable = ?3,
                            partners_mended = ?4, finished_at = ?5
                        where id = ?1""")
                .setParameter(1, id)
                .setParameter(2, result.events())
                .setParameter(3, result.unreadable())
                .setParameter(4, result.partnersMended())
                .setParameter(5, clock.instant())
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
}
