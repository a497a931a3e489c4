package com.vsoxp.alliance.local.client;

import com.vsoxp.alliance.local.AllianceService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Calls the four services in one role. A request that got no answer, or a 5xx, 409 of a twin still running or 429, is sent
 * again with the same {@code Idempotency-Key} until its patience ends: so a service may be killed at any moment.
 */
public final class AllianceClient {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 100;

    private final HttpClient http;
    private final Function<AllianceService, URI> addresses;
    private final String token;
    private final Duration patience;

    /**
     * @param addresses where each service is
     * @param token a bearer token, or null to call as a stranger
     * @param patience how long an unanswered request is tried again; zero to send everything once
     */
    public AllianceClient(Function<AllianceService, URI> addresses, String token, Duration patience) {
        this(HttpClient.newHttpClient(), addresses, token, patience);
    }

    private AllianceClient(HttpClient http, Function<AllianceService, URI> addresses, String token, Duration patience) {
        this.http = http;
        this.addresses = addresses;
        this.token = token;
        this.patience = patience;
    }

    /** The same client in another role. */
    public AllianceClient as(String otherToken) {
        return new AllianceClient(http, addresses, otherToken, patience);
    }

    public Answer get(AllianceService service, String path) {
        return send(request(service, path, Map.of()).GET().build());
    }

    /** Creates under an idempotency key of its own. */
    public Answer post(AllianceService service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString());
    }

    /** Creates under the given idempotency key: repeated, it gets the first answer. */
    public Answer post(AllianceService service, String path, Object body, String idempotencyKey) {
        return send(request(service, path, Map.of("Idempotency-Key", idempotencyKey))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    public Answer put(AllianceService service, String path, Object body, Map<String, String> headers) {
        return send(request(service, path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    public Answer patch(AllianceService service, String path, Object patch, String ifMatch) {
        return send(request(service, path, Map.of("If-Match", ifMatch))
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString(Json.write(patch)))
                .build());
    }

    /** Sends a request as it is, well formed or not. */
    public Answer send(AllianceService service, String method, String path, String contentType, String body) {
        HttpRequest.Builder request = request(service, path, Map.of());
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(AllianceService service, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(addresses.apply(service) + path))
                .timeout(REQUEST_TIMEOUT);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer send(HttpRequest request) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                Answer answer =
                        Answer.of(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
                if (!worthAnotherTry(answer) || System.nanoTime() >= end) {
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() >= end) {
                    throw new RefusedException(request.method() + " " + request.uri() + " got no answer", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RefusedException("Interrupted", e);
            }
            pause();
        }
    }

    /** A twin of this request may still be running where the first try was cut off. */
    private static boolean worthAnotherTry(Answer answer) {
        return answer.status() >= 500
                || answer.status() == 429
                || answer.status() == 409 && answer.header("Retry-After").isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
