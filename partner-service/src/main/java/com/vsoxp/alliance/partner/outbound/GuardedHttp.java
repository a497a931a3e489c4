package com.vsoxp.alliance.partner.outbound;

import com.vsoxp.alliance.partner.outbound.Outcome.NoAnswer;
import com.vsoxp.alliance.partner.outbound.Outcome.NotTried;
import com.vsoxp.alliance.partner.outbound.Outcome.Refused;
import com.vsoxp.alliance.partner.outbound.Outcome.Reply;
import com.vsoxp.alliance.partner.outbound.Outcome.TimedOut;
import com.vsoxp.alliance.partner.outbound.Outcome.Unreachable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.utils.URIUtils;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * The one way out of this service to addresses that its users name. It asks hosts of the public internet alone, on every
 * redirect anew, brings no credentials, cookies or proxy along, and has an end in time and size whatever the other side
 * does. It throws nothing for what the other side does.
 */
@ApplicationScoped
public class GuardedHttp {

    private final OutboundConfig config;
    private final AddressGuard guard;
    private final CloseableHttpClient client;
    private final Semaphore turns;
    private final ExecutorService threads;

    @Inject
    GuardedHttp(OutboundConfig config) {
        this(config, InetAddress::getAllByName);
    }

    GuardedHttp(OutboundConfig config, AddressGuard.Names names) {
        this.config = config;
        this.guard =
                new AddressGuard(names, config.ports(), config.allowedNetworks().orElse(Set.of()));
        this.client = GuardedClient.of(config, guard);
        this.turns = new Semaphore(config.concurrency());
        // Looking up a name holds a carrier of virtual threads fast, and strangers decide for how long.
        this.threads = Executors.newCachedThreadPool(
                Thread.ofPlatform().daemon().name("outbound-", 0).factory());
    }

    /** Fetches a page, through redirects if need be. */
    public Outcome get(URI url) {
        return inTime(exchange -> follow(url, exchange), failure -> failure);
    }

    /** Posts a body with headers of the caller's. A redirect is not followed, but is the reply. */
    public Outcome post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return inTime(exchange -> exchange.send(url, request, config.maxReply()), failure -> failure);
    }

    /** Why this URL would not be asked as it stands now; empty if it would. Nothing is sent. */
    public Optional<NoAnswer> check(URI url) {
        return inTime(_ -> refusal(url), Optional::of);
    }

    private Outcome follow(URI first, Exchange exchange) {
        URI url = first;
        for (int asked = 0; asked <= config.maxRedirects(); asked++) {
            Outcome outcome = exchange.send(url, new HttpGet(url), config.maxPage());
            Optional<URI> next = outcome instanceof Reply reply ? redirectOf(reply) : Optional.empty();
            if (next.isEmpty()) {
                return outcome;
            }
            url = next.get();
        }
        return new Unreachable("The page redirects more than " + config.maxRedirects() + " times.");
    }

    private static Optional<URI> redirectOf(Reply reply) {
        return switch (reply.status()) {
            case 301, 302, 303, 307, 308 ->
                reply.header("location").flatMap(location -> resolved(reply.from(), location));
            default -> Optional.empty();
        };
    }

    private static Optional<URI> resolved(URI base, String location) {
        try {
            return Optional.of(URIUtils.resolve(base, location.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<NoAnswer> refusal(URI url) {
        try {
            guard.vet(url);
            return Optional.empty();
        } catch (RefusedAddressException e) {
            return Optional.of(new Refused(e.getMessage()));
        } catch (UnknownHostException e) {
            return Optional.of(new Unreachable("The host's name is not known."));
        }
    }

    private <T> T inTime(Function<Exchange, T> work, Function<NoAnswer, T> otherwise) {
        long limit = config.totalTimeout().toMillis();
        try {
            if (!turns.tryAcquire(limit, TimeUnit.MILLISECONDS)) {
                return otherwise.apply(new NotTried());
            }
            Exchange exchange = new Exchange(client);
            Future<T> result = threads.submit(() -> inTurn(work, exchange));
            try {
                return result.get(limit, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return otherwise.apply(new TimedOut());
            } finally {
                exchange.cancel();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(new NotTried());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Asking failed for a reason of our own", e);
        }
    }

    private <T> T inTurn(Function<Exchange, T> work, Exchange exchange) {
        try {
            return work.apply(exchange);
        } finally {
            turns.release();
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
