package com.vsoxp.alliance.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.security.Caller;
import com.vsoxp.alliance.platform.sql.RoundTrip;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

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
    DataSource connections;

    @Inject
    FirstAnswers firstAnswers;

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
        return once(requestBody, KeptForm.AS_GIVEN, effect);
    }

    /**
     * As {@link #once(Object, Supplier)}, for an answer that must not be readable where it is kept.
     *
     * @param form what is kept of its body; always the same for one kind of request
     */
    public Response once(Object requestBody, KeptForm form, Supplier<Response> effect) {
        KeyedRequest keyed = keyed(requestBody).orElse(null);
        return keyed == null
                ? QuarkusTransaction.joiningExisting().call(() -> undoneIfRefused(effect.get()))
                : QuarkusTransaction.joiningExisting().call(() -> firstOrAgain(keyed, form, effect));
    }

    /**
     * The request as its Idempotency-Key marks it; empty without one.
     *
     * @param requestBody what was asked
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 when the key is empty or longer than 255 characters
     */
    public Optional<KeyedRequest> keyed(Object requestBody) {
        String key = headers.getHeaderString(KEY);
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > MAX_KEY_LENGTH) {
            throw Problems.malformed(KEY, "INVALID_KEY", "must be 1 to " + MAX_KEY_LENGTH + " characters.");
        }
        return Optional.of(new KeyedRequest(new FirstAnswer.Id(caller.name(), key), fingerprint(requestBody)));
    }

    private Response firstOrAgain(KeyedRequest keyed, KeptForm form, Supplier<Response> effect) {
        CameBefore before = firstAnswers.before(keyed);
        return answerTo(before)
                .map(first -> first.again(form.toGive(first.id, first.body)))
                .orElseGet(() -> remembered(keyed, form, undoneIfRefused(effect.get())));
    }

    private Optional<FirstAnswer> answerTo(CameBefore before) {
        try (Connection connection = connections.getConnection()) {
            return before.answerIn(RoundTrip.ask(connection, before.alone(), before.first()));
        } catch (SQLException e) {
            throw new JDBCException("Could not look up whether a request came before", e);
        }
    }

    private Response remembered(KeyedRequest keyed, KeptForm form, Response response) {
        if (response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            return response;
        }
        byte[] body = response.hasEntity() ? json(response.getEntity()) : new byte[0];
        FirstAnswer answer = FirstAnswer.to(
                keyed,
                response.getStatus(),
                response.getHeaderString(
                        response.getStatus() == Response.Status.CREATED.getStatusCode()
                                ? HttpHeaders.LOCATION
                                : HttpHeaders.CONTENT_LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                form.toKeep(keyed.id(), body),
                clock.instant());
        answer.persist();
        return answer.response(body);
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
