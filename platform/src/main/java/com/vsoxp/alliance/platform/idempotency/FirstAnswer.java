package com.vsoxp.alliance.platform.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/** What the first request under an Idempotency-Key was, and what it was answered. */
@Entity
@Table(name = "idempotency_key")
public class FirstAnswer extends PanacheEntityBase {

    /** The status of an answer that was erased because of what it said. */
    static final int FORGOTTEN = 410;

    private static final int CREATED = 201;

    /** The order in which writers claim keys, so that they never wait for each other in a circle. */
    static final Comparator<Id> ID_ORDER = Comparator.comparing(Id::caller).thenComparing(Id::key);

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

    /** What the request under that key is answered, now and whenever it comes again. */
    public static FirstAnswer to(
            KeyedRequest request, int status, String location, String etag, byte[] body, Instant now) {
        FirstAnswer answer = new FirstAnswer();
        answer.id = request.id();
        answer.fingerprint = request.fingerprint();
        answer.status = status;
        answer.contentType = MediaType.APPLICATION_JSON;
        answer.location = location;
        answer.etag = etag;
        answer.body = body;
        answer.createdAt = now;
        return answer;
    }

    /** The answer, byte for byte as the first caller got it. */
    public Response response() {
        return response(body);
    }

    Response response(byte[] given) {
        return builder(given).build();
    }

    /** Whether that request is the first one again, and not another under its key. */
    public boolean answers(KeyedRequest request) {
        return Arrays.equals(fingerprint, request.fingerprint());
    }

    /** The answer to the request when it comes again. */
    public Response again() {
        return again(body);
    }

    Response again(byte[] given) {
        return builder(given).header(Idempotency.REPLAYED, true).build();
    }

    private Response.ResponseBuilder builder(byte[] given) {
        return Response.status(status)
                .type(contentType)
                .location(status == CREATED && location != null ? URI.create(location) : null)
                .header(HttpHeaders.CONTENT_LOCATION, status == CREATED ? null : location)
                .header(HttpHeaders.ETAG, etag)
                .entity(given);
    }
}
