package com.vsoxp.alliance.eligibility.rehearsal;

import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Begins a rehearsal, which this replica then runs in the background. */
@UseCase
class StartRehearsal {

    private final EntityManager database;
    private final RunningRehearsal running;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;

    StartRehearsal(
            EntityManager database,
            RunningRehearsal running,
            TransactionSynchronizationRegistry transactions,
            Clock clock) {
        this.database = database;
        this.running = running;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Begins when the caller's transaction has committed.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while another one runs, on any replica
     */
    @Transactional
    RehearsalRow start(Program program) {
        Instant now = clock.instant();
        UUID id = Ids.next();
        // The index on running ones decides between two that start at once.
        int started = database.createNativeQuery("""
                        insert into rehearsal (id, program_version, document_digest, status, as_of, started_at)
                        values (?1, ?2, ?3, 'RUNNING', ?4, ?5) on conflict do nothing""")
                .setParameter(1, id)
                .setParameter(2, program.version())
                .setParameter(3, ProgramText.digest(program))
                .setParameter(4, program.dayOf(now))
                .setParameter(5, now)
                .executeUpdate();
        if (started == 0) {
            throw Problems.conflict("REHEARSAL_RUNNING", "Another rehearsal runs; wait for it, or cancel it.");
        }
        RehearsalRow row = RehearsalRow.findById(id);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // It only begins if this commits.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    running.begin(id, program, row.asOf);
                }
            }
        });
        return row;
    }
}
