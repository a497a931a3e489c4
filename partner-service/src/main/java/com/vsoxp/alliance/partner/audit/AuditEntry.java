package com.vsoxp.alliance.partner.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change that went into the audit, to be read; {@link NoteInAudit} writes it. */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry extends PanacheEntityBase {

    @Id
    public UUID id;

    /** Whose records changed; null if they are no partner's. */
    public UUID partnerId;

    public String action;

    public UUID subjectId;

    public String actor;

    public String client;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> roles;

    public String requestId;

    public String traceparent;

    public Instant at;

    @Convert(converter = DetailsColumn.class)
    public Map<String, Object> details;
}
