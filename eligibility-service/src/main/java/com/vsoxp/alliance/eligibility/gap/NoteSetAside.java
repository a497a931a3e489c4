package com.vsoxp.alliance.eligibility.gap;

import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.inbox.SetAside;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Remembers which events about partners could not be taken, until they are. */
@UseCase
public class NoteSetAside {

    private static final String NOTE_NEW = """
            insert into event_set_aside (partner_id, topic, sequence, event_id, type, kind, reason, set_aside_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (partner_id, topic, sequence) do""";

    private static final String NOTE = NOTE_NEW + " update set event_id = excluded.event_id, reason = excluded.reason";

    private static final String NOTE_AGAIN = NOTE_NEW + " nothing";

    private static final String FORGET_ONE =
            "delete from event_set_aside where partner_id = ? and topic = ? and sequence = ?";

    private static final String FORGET = """
            delete from event_set_aside using unnest(?::text[], ?::text[], ?::bigint[]) as taken (partner, topic, sequence)
            where event_set_aside.partner_id::text = taken.partner and event_set_aside.topic = taken.topic
                and event_set_aside.sequence = taken.sequence""";

    private static final String ANY = "select 1 from event_set_aside limit 1";

    private final DataSource database;

    NoteSetAside(DataSource database) {
        this.database = database;
    }

    /**
     * Notes one that was set aside. What does not say whom it is about or which in order it is, is on the dead letter topic
     * alone.
     *
     * @param kind the kind of fact it is about; null where it may be about any
     * @throws GapsException if the database does not take it
     */
    @Transactional
    public void note(SetAside letter, String kind) {
        try (Connection connection = database.getConnection()) {
            note(connection, NOTE, letter, kind);
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }

    /** Notes one that is not noted any more, though it was not taken; as {@link #note}. */
    public void noteAgain(Connection connection, SetAside letter, String kind) throws SQLException {
        note(connection, NOTE_AGAIN, letter, kind);
    }

    /** Forgets one. */
    public void forget(Connection connection, SetAside letter) throws SQLException {
        UUID partner = letter.keyAsId().orElse(null);
        if (partner == null) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET_ONE)) {
            forget.setObject(1, partner);
            forget.setString(2, letter.topic());
            forget.setLong(3, letter.sequence());
            forget.executeUpdate();
        }
    }

    private static void note(Connection connection, String statement, SetAside letter, String kind)
            throws SQLException {
        UUID partner = letter.keyAsId().orElse(null);
        if (partner == null || letter.sequence() == null) {
            return;
        }
        try (PreparedStatement note = connection.prepareStatement(statement)) {
            note.setObject(1, partner);
            note.setString(2, letter.topic());
            note.setLong(3, letter.sequence());
            note.setObject(4, letter.eventId());
            note.setString(5, letter.type());
            note.setString(6, kind);
            note.setString(7, letter.reason());
            note.setObject(8, letter.at().atOffset(ZoneOffset.UTC));
            note.executeUpdate();
        }
    }

    /**
     * Forgets those that were taken after all, in the caller's transaction.
     *
     * @throws GapsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void taken(List<ReceivedEvent> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement any = connection.prepareStatement(ANY);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            // Nearly always nothing lies aside, and then thousands need not be looked for.
            try (ResultSet row = any.executeQuery()) {
                if (!row.next()) {
                    return;
                }
            }
            new ArrayColumns<>(forget, events)
                    .set("text", ReceivedEvent::key)
                    .set("text", ReceivedEvent::topic)
                    .set("int8", ReceivedEvent::sequence);
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }
}
