package com.vsoxp.alliance.partner.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Writes into the audit, in the transaction of the change itself: neither is there without the other. Every use case that
 * changes something does this once. What is written stays: the database refuses to change it.
 */
@UseCase
public class NoteInAudit {

    private static final String STORE = """
            insert into audit_entry
                (id, partner_id, action, subject_id, actor, client, roles, request_id, traceparent, at, details)
            select id, partner_id, action, subject_id, actor, client, string_to_array(roles, ' '), request_id,
                traceparent, ?, details::jsonb
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[]) as note
                (id, partner_id, action, subject_id, actor, client, roles, request_id, traceparent, details)""";

    private final DataSource database;
    private final ObjectMapper json;
    private final CurrentActor actor;
    private final Clock clock;

    NoteInAudit(DataSource database, ObjectMapper json, CurrentActor actor, Clock clock) {
        this.database = database;
        this.json = json.copy()
                .setDefaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.NON_NULL));
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Notes a change that the current request, or the event that is being taken, has caused.
     *
     * @param partnerId whose records changed; null if they are no partner's
     * @param action what happened, in the form {@code DEAL_APPROVED}
     * @param subjectId what it happened to
     * @param details what else there is to know, never about a person; what is null is left out
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(UUID partnerId, String action, UUID subjectId, Map<String, ?> details) {
        note(List.of(new AuditNote(partnerId, action, subjectId, details, actor.about(partnerId))));
    }

    /**
     * Notes changes that several callers have caused, in one statement.
     *
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(List<AuditNote> notes) {
        try (Connection connection = database.getConnection()) {
            note(connection, notes);
        } catch (SQLException e) {
            throw new PersistenceException("Could not write into the audit", e);
        }
    }

    /** As {@link #note(List)}, in the transaction of this connection. */
    public void note(Connection connection, List<AuditNote> notes) throws SQLException {
        if (notes.isEmpty()) {
            return;
        }
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            store.setTimestamp(1, Timestamp.from(clock.instant()));
            store.setArray(2, array(connection, "uuid", notes, note -> Ids.next()));
            store.setArray(3, array(connection, "uuid", notes, AuditNote::partnerId));
            store.setArray(4, array(connection, "text", notes, AuditNote::action));
            store.setArray(5, array(connection, "uuid", notes, AuditNote::subjectId));
            store.setArray(
                    6, array(connection, "text", notes, note -> note.actor().name()));
            store.setArray(
                    7, array(connection, "text", notes, note -> note.actor().client()));
            store.setArray(
                    8,
                    array(
                            connection,
                            "text",
                            notes,
                            note -> String.join(" ", note.actor().roles())));
            store.setArray(
                    9, array(connection, "text", notes, note -> note.actor().requestId()));
            store.setArray(
                    10, array(connection, "text", notes, note -> note.actor().traceParent()));
            store.setArray(11, array(connection, "text", notes, note -> write(note.details())));
            store.executeUpdate();
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<AuditNote> notes, Function<AuditNote, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, notes.stream().map(column).toArray());
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details for the audit cannot be written as JSON", e);
        }
    }
}
