package com.vsoxp.alliance.benefits.signing;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/** The keys of now: those at hand to sign with, and all by which what is still valid may have been signed. */
@ApplicationScoped
class KeyRing {

    private static final Logger LOG = Logger.getLogger(KeyRing.class);

    private record Keys(
            Map<String, OctetKeyPairJsonWebKey> held,
            Map<String, OctetKeyPairJsonWebKey> published,
            List<KeyChoice.Candidate> candidates) {}

    @Inject
    SigningConfig config;

    @Inject
    PublishKeys publishKeys;

    @Inject
    Clock clock;

    private volatile Keys keys;

    void start(@Observes StartupEvent event) {
        read();
    }

    /** What was read before stays in use when the file or the database cannot be read now. */
    @Scheduled(every = "${alliance.signing.look-every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try {
            read();
        } catch (RuntimeException e) {
            LOG.error("The signing keys could not be read again; those of before stay in use", e);
        }
    }

    /** The key that signs now. */
    OctetKeyPairJsonWebKey signer() {
        var now = keys;
        return now.held().get(KeyChoice.of(now.candidates(), clock.instant(), config.publishAhead()));
    }

    /** A published key by its id. */
    Optional<OctetKeyPairJsonWebKey> published(String kid) {
        return Optional.ofNullable(keys.published().get(kid));
    }

    /** All published keys, those first that were published first. */
    List<OctetKeyPairJsonWebKey> published() {
        return List.copyOf(keys.published().values());
    }

    private synchronized void read() {
        var distrusted = config.distrustedKeys().orElse(Set.of());
        var held = PrivateKeys.in(config.keysFile());
        held.keySet().removeAll(distrusted);
        if (held.isEmpty()) {
            throw new IllegalStateException("All keys in " + config.keysFile() + " are distrusted");
        }
        publishKeys.publish(held);
        var rows = PublishedKey.neededAt(clock.instant(), config.longestValidity()).stream()
                .filter(key -> !distrusted.contains(key.kid))
                .toList();
        var published = new LinkedHashMap<String, OctetKeyPairJsonWebKey>();
        rows.forEach(row -> published.put(row.kid, publicKey(row)));
        keys = new Keys(
                held,
                published,
                rows.stream()
                        .filter(row -> held.containsKey(row.kid))
                        .map(row -> new KeyChoice.Candidate(row.kid, row.publishedAt))
                        .toList());
    }

    private static OctetKeyPairJsonWebKey publicKey(PublishedKey row) {
        try {
            return PrivateKeys.named((OctetKeyPairJsonWebKey) JsonWebKey.Factory.newJwk(row.jwk));
        } catch (JoseException e) {
            throw new IllegalStateException("A published key is no JWK: " + row.kid, e);
        }
    }
}
