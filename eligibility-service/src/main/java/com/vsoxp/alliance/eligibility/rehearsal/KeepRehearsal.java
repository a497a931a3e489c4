package com.vsoxp.alliance.eligibility.rehearsal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Prospect;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Summary;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Keeps what becomes of a rehearsal. One that has ended, also by being cancelled, is never changed any more. */
@UseCase
class KeepRehearsal {

    private static final int PURGED_AT_ONCE = 20;

    private final EntityManager database;
    private final ObjectMapper json;
    private final ObjectMapper lines;
    private final Clock clock;

    KeepRehearsal(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        // A line says what is null too: a tier that would be lost is told as such.
        this.lines = json.copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);
        this.clock = clock;
    }

    /**
     * Notes how far it is.
     *
     * @return whether it is to go on
     */
    @Transactional
    boolean progress(UUID id, int percent) {
        return database.createNativeQuery("update rehearsal set progress = ?2 where id = ?1 and status = 'RUNNING'")
                        .setParameter(1, id)
                        .setParameter(2, percent)
                        .executeUpdate()
                == 1;
    }

    /** It has come to this; unless it was cancelled meanwhile, when nothing of it is kept. */
    @Transactional
    void complete(UUID id, Summary summary) {
        int completed = database.createNativeQuery("""
                        update rehearsal set status = 'COMPLETED', progress = 100, summary = ?2, finished_at = ?3
                        where id = ?1 and status = 'RUNNING'""")
                .setParameter(1, id)
                .setParameter(2, write(summary))
                .setParameter(3, clock.instant())
                .executeUpdate();
        if (completed == 0) {
            forgetParts(id);
        }
    }

    /**
     * It will not go on.
     *
     * @param why in words for a program manager
     * @return whether it was still running
     */
    @Transactional
    boolean fail(UUID id, String why) {
        forgetParts(id);
        return database.createNativeQuery("""
                        update rehearsal set status = 'FAILED', failure = ?2, finished_at = ?3
                        where id = ?1 and status = 'RUNNING'""")
                        .setParameter(1, id)
                        .setParameter(2, why)
                        .setParameter(3, clock.instant())
                        .executeUpdate()
                == 1;
    }

    /**
     * Forgets some of those that ended before.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean purge(Instant before) {
        var old = RehearsalRow.endedBefore(before, PURGED_AT_ONCE);
        for (RehearsalRow row : old) {
            forgetParts(row.id);
            row.delete();
        }
        return old.size() == PURGED_AT_ONCE;
    }

    /** Writes the partners affected, in the connection's own transaction. */
    Parts parts(UUID id, Connection connection) throws SQLException {
        return new Parts(id, connection, lines);
    }

    private void forgetParts(UUID id) {
        database.createNativeQuery("delete from rehearsal_part where rehearsal_id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }

    private String write(Summary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gathers partners into parts of lines, each compressed by itself. */
    static final class Parts implements AutoCloseable {

        private static final int PARTNERS = 2_000;
        private static final String INSERT =
                "insert into rehearsal_part (rehearsal_id, number, partners) values (?, ?, ?)";

        private final UUID id;
        private final ObjectMapper lines;
        private final PreparedStatement insert;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private ByteArrayOutputStream part;
        private DeflaterOutputStream compressed;
        private int partners;
        private int number;

        private Parts(UUID id, Connection connection, ObjectMapper lines) throws SQLException {
            this.id = id;
            this.lines = lines;
            this.insert = connection.prepareStatement(INSERT);
            begin();
        }

        void add(Prospect prospect) {
            try {
                compressed.write(lines.writeValueAsBytes(prospect));
                compressed.write('\n');
                if (++partners == PARTNERS) {
                    store();
                    begin();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("A part of a rehearsal could not be stored", e);
            }
        }

        /** Stores the last part. */
        void finish() throws SQLException, IOException {
            if (partners > 0) {
                store();
            }
        }

        private void begin() {
            deflater.reset();
            part = new ByteArrayOutputStream();
            compressed = new DeflaterOutputStream(part, deflater, 8192);
            partners = 0;
        }

        private void store() throws SQLException, IOException {
            compressed.finish();
            insert.setObject(1, id);
            insert.setInt(2, number++);
            insert.setBytes(3, part.toByteArray());
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            deflater.end();
            insert.close();
        }
    }
}
