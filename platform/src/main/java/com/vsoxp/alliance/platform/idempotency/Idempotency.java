package com.vsoxp.alliance.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Lets a caller send the same request again without doing it again: the first answer to an Idempotency-Key is kept, in
 * the transaction that had the effect, and given byte for byte to every retry.
 */
@RequestScoped
public class Idempotency {

    /** The header that brings the key. */
    public static final String KEY = "Idempotency-Key";

    /** The header that marks a repeated answer. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final int MAX_KEY_LENGTH = 255;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    @Inject
    Request request;

    @Inject
    Caller caller;

    @Inject
    EntityManager database;

    @Inject
    ObjectMapper mapper;

    @Inject
    Clock clock;

    /**
     * Has the effect once per caller and key, in one transaction with the record of it; always, when the request brings no
     * key. An effect that throws, or answers with an error, is rolled back and not remembered.
     *
     * @param requestBody what was asked; another body or path under the same key is refused
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 while the first request runs, 422 when the key came
     *     with another request, 410 when the first answer was erased since, 400 when it is empty or longer than 255 characters
     */
    public Response once(Object requestBody, Supplier<Response> effect) {
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            return QuarkusTransaction.joiningExisting().call(() -> undoneIfRefused(effect.get()));
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw Problems.malformed(KEY, "INVALID_KEY", "must be 1 to " + MAX_KEY_LENGTH + " characters.");
        }
        FirstAnswer.Id id = new FirstAnswer.Id(caller.name(), key);
        byte[] fingerprint = fingerprint(requestBody);
        return QuarkusTransaction.joiningExisting().call(() -> firstOrAgain(id, fingerprint, effect));
    }

    private Response firstOrAgain(FirstAnswer.Id id, byte[] fingerprint, Supplier<Response> effect) {
        if (!isAlone(id)) {
            throw Problems.idempotencyKeyBusy();
        }
        FirstAnswer first = FirstAnswer.findById(id);
        if (first == null) {
            return remembered(id, fingerprint, undoneIfRefused(effect.get()));
        }
        if (first.isForgotten()) {
            throw Problems.of(
                    ProblemType.GONE, "ANSWER_ERASED", "This was done; the answer told of a person and was erased.");
        }
        if (!first.answers(fingerprint)) {
            throw Problems.idempotencyKeyReused();
        }
        return first.response().header(REPLAYED, true).build();
    }

    // Held until the transaction ends, so whoever gets it afterwards sees the row.
    private boolean isAlone(FirstAnswer.Id id) {
        return (Boolean) database.createNativeQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(:caller || chr(31) || :key, 4711))")
                .setParameter("caller", id.caller())
                .setParameter("key", id.key())
                .getSingleResult();
    }

    private Response remembered(FirstAnswer.Id id, byte[] fingerprint, Response response) {
        if (response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            return response;
        }
        FirstAnswer answer = new FirstAnswer();
        answer.id = id;
        answer.fingerprint = fingerprint;
        answer.status = response.getStatus();
        answer.contentType = response.getMediaType() == null
                ? MediaType.APPLICATION_JSON
                : response.getMediaType().toString();
        answer.location = response.getHeaderString(
                response.getStatus() == Response.Status.CREATED.getStatusCode()
                        ? HttpHeaders.LOCATION
                        : HttpHeaders.CONTENT_LOCATION);
        answer.etag = response.getHeaderString(HttpHeaders.ETAG);
        answer.body = response.hasEntity() ? json(response.getEntity()) : new byte[0];
        answer.createdAt = clock.instant();
        answer.persist();
        return answer.response().build();
    }

    private static Response undoneIfRefused(Response response) {
        if (response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            QuarkusTransaction.setRollbackOnly();
        }
        return response;
    }

    private byte[] fingerprint(Object requestBody) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((request.getMethod() + " " + uri.getPath() + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(json(requestBody));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private byte[] json(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body cannot be written as JSON", e);
        }
    }
}
