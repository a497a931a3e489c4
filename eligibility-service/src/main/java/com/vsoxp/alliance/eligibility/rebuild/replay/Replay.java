package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.gap.NoteSetAside;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.rebuild.version.RestoreVersions;
import com.vsoxp.alliance.eligibility.rebuild.version.ToldVersions;
import com.vsoxp.alliance.platform.inbox.EventReader;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.rebuild.RebuildWork.Progress;
import com.vsoxp.alliance.platform.rebuild.TopicReader;
import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Builds all that is known of partners anew. It reads and derives beside the live service; only at the end are the intakes and
 * the sweep held for a moment, while what came in since is read and what differs is mended, in one transaction.
 */
@ApplicationScoped
public class Replay {

    private static final Duration DRAIN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final List<String> TOPICS =
            List.of(AllianceTopics.PARTNERS, AllianceTopics.SALES, AllianceTopics.ELIGIBILITY);
    private static final int AT_ONCE = 10_000;

    private static final int READ = 60;
    private static final int FACTS = 70;
    private static final int STANDINGS = 90;

    private final AgroalDataSource database;
    private final Map<String, Object> broker;
    private final EventReader reader;
    private final DeriveFacts deriveFacts;
    private final DeriveStandings deriveStandings;
    private final MendTables mendTables;
    private final RestoreVersions restoreVersions;
    private final GoOnCounting goOnCounting;
    private final NoteSetAside gaps;

    /**
     * What a rebuild came to.
     *
     * @param events how many were read
     * @param unreadable how many of them could not be taken; they are on the dead letter topics
     * @param partnersMended how many partners did not stand as they should have
     * @param versionsRestored how many versions of the program were missing
     */
    public record Result(long events, long unreadable, long partnersMended, int versionsRestored) {}

    private record Mended(long partners, int versions) {}

    Replay(
            AgroalDataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            EventReader reader,
            DeriveFacts deriveFacts,
            DeriveStandings deriveStandings,
            MendTables mendTables,
            RestoreVersions restoreVersions,
            GoOnCounting goOnCounting,
            NoteSetAside gaps) {
        this.database = database;
        this.broker = broker;
        this.reader = reader;
        this.deriveFacts = deriveFacts;
        this.deriveStandings = deriveStandings;
        this.mendTables = mendTables;
        this.restoreVersions = restoreVersions;
        this.goOnCounting = goOnCounting;
        this.gaps = gaps;
    }

    /**
     * Rebuilds.
     *
     * @param locked holds the job's lock; in it what differs is mended
     * @throws JobEndedException if it cannot go on
     */
    // The programs are read by the mapper, which wants a context.
    @ActivateRequestContext
    public Result run(Connection locked, Progress progress) throws SQLException {
        try (Connection working = database.getConnection();
                TopicReader topics = new TopicReader(broker, TOPICS, AT_ONCE)) {
            mendTables.clear(working);
            StageEvents stage = new StageEvents(working, reader);
            readUpToNow(topics, stage, progress);
            mendTables.analyze(working, "rebuild_fact_said, rebuild_partner_said, rebuild_decided");
            stage.untaken().keep(gaps, working);
            goOnCounting.afterWhatWasTold(working, stage.versions().lastSequence());
            progress.at("FACTS", READ);
            long facts = Math.max(1, deriveFacts.derive(working, null));
            mendTables.analyze(working, "rebuilt_fact");
            progress.at("STANDINGS", FACTS);
            deriveStandings(
                    stage.versions(),
                    working,
                    null,
                    done -> progress.at("STANDINGS", (int) (FACTS + (STANDINGS - FACTS) * done / facts)));
            mendTables.analyze(working, "rebuilt_partner, rebuilt_standing, rebuilt_enrollment_said");
            progress.at("COMPARING", STANDINGS);
            mendTables.compare(working);
            progress.at("MENDING", STANDINGS + 5);
            Mended mended = mend(locked, working, topics, stage);
            mendTables.clear(working);
            return new Result(stage.read(), stage.unreadable(), mended.partners, mended.versions);
        }
    }

    private void readUpToNow(TopicReader topics, StageEvents stage, Progress progress) throws SQLException {
        var ends = topics.ends();
        long total =
                Math.max(1, ends.values().stream().mapToLong(Long::longValue).sum());
        topics.readTo(ends, records -> {
            stage(stage, records);
            progress.at("READING", (int) Math.min(READ, stage.read() * READ / total));
        });
        stage.write();
    }

    private void deriveStandings(ToldVersions told, Connection working, Set<UUID> partners, LongConsumer done)
            throws SQLException {
        Succession succession = restoreVersions.succession(told);
        try (Connection reading = database.getConnection()) {
            reading.setAutoCommit(false);
            try {
                deriveStandings.derive(succession, reading, working, partners, done);
            } finally {
                reading.rollback();
                reading.setAutoCommit(true);
            }
        }
    }

    private Mended mend(Connection locked, Connection working, TopicReader topics, StageEvents stage)
            throws SQLException {
        locked.setAutoCommit(false);
        try (Statement lock = locked.createStatement()) {
            // Nobody decides any more, nor takes anything in; who reads goes on.
            lock.execute("lock table partner in exclusive mode");
            awaitAllTold(locked);
            Set<UUID> concerned = stage.noteConcerned();
            topics.readTo(topics.ends(), records -> stage(stage, records));
            stage.write();
            stage.untaken().forget(gaps, working);
            if (!concerned.isEmpty()) {
                mendTables.makeAnew(working, concerned);
                deriveFacts.derive(working, concerned);
                deriveStandings(stage.versions(), working, concerned, _ -> {});
            }
            // Together with the standings: nobody moves over to a version of which it was told long ago.
            Mended mended = new Mended(mendTables.mend(locked), restoreVersions.restore(locked, stage.versions()));
            locked.commit();
            return mended;
        }
    }

    /** What was decided is told before the topic is read to its end. */
    private static void awaitAllTold(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + DRAIN.toNanos();
        try (PreparedStatement waiting = connection.prepareStatement("select 1 from outbox where topic = ? limit 1")) {
            waiting.setString(1, AllianceTopics.ELIGIBILITY);
            while (waiting.executeQuery().next()) {
                if (System.nanoTime() > deadline) {
                    throw new JobEndedException("What was decided does not leave for the topic. Try again later.");
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private static void stage(StageEvents stage, ConsumerRecords<String, byte[]> records) {
        try {
            stage.stage(records);
        } catch (SQLException e) {
            throw new IllegalStateException("Events could not be staged", e);
        }
    }
}
