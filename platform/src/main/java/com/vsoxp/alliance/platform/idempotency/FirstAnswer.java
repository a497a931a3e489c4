package com.vsoxp.alliance.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;

/** What the first request under an Idempotency-Key was, and what it was answered. */
@Entity
@Table(name = "idempotency_key")
public class FirstAnswer extends PanacheEntityBase {

    /** The status of an answer that was erased because of what it said. */
    static final int FORGOTTEN = 410;

    private static final int CREATED = 201;

    /** A caller's key: two callers may choose the same text. */
    @Embeddable
    public record Id(String caller, @Column(name = "key") String key) implements Serializable {}

    @EmbeddedId
    public Id id;

    /** SHA-256 of method, path and body. */
    public byte[] fingerprint;

    public int status;

    @Column(name = "content_type")
    public String contentType;

    /** Where the resource is that the answer made, or else shows. */
    public String location;

    public String etag;

    public byte[] body;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Whether nothing is left of it but that it was given. */
    boolean isForgotten() {
        return status == FORGOTTEN;
    }

    /** Whether the first request asked the same. */
    boolean answers(byte[] otherFingerprint) {
        return Arrays.equals(fingerprint, otherFingerprint);
    }

    /** The answer, byte for byte as the first caller got it. */
    Response.ResponseBuilder response() {
        return Response.status(status)
                .type(contentType)
                .header(status == CREATED ? HttpHeaders.LOCATION : HttpHeaders.CONTENT_LOCATION, location)
                .header(HttpHeaders.ETAG, etag)
                .entity(body);
    }
}
