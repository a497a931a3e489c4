package com.vsoxp.alliance.partner.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import com.vsoxp.alliance.platform.sql.Rows;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
            select unnest(?::uuid[]), unnest(?::uuid[]), unnest(?::text[]), unnest(?::uuid[]), unnest(?::text[]),
                unnest(?::text[]), string_to_array(unnest(?::text[]), ' '), unnest(?::text[]), unnest(?::text[]),
                unnest(?::timestamptz[]), unnest(?::text[])::jsonb""";

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
            RoundTrip.store(connection, rowsOf(notes));
        } catch (SQLException e) {
            throw new PersistenceException("Could not write into the audit", e);
        }
    }

    /** Changes that several callers have caused, as rows that the use case is to store in its transaction. */
    public Rows<AuditNote> rowsOf(List<AuditNote> notes) {
        Instant now = clock.instant();
        return new Rows<>(STORE, notes, columns -> columns.set("uuid", note -> Ids.next())
                .set("uuid", AuditNote::partnerId)
                .set("text", AuditNote::action)
                .set("uuid", AuditNote::subjectId)
                .set("text", note -> note.actor().name())
                .set("text", note -> note.actor().client())
                .set("text", note -> String.join(" ", note.actor().roles()))
                .set("text", note -> note.actor().requestId())
                .set("text", note -> note.actor().traceParent())
                .set("timestamptz", note -> now)
                .set("text", note -> write(note.details())));
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Details for the audit cannot be written as JSON", e);
        }
    }
}
