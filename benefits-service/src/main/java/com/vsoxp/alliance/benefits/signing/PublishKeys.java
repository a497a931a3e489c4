package com.vsoxp.alliance.benefits.signing;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/** Publishes the public parts of the keys at hand, and remembers that they were at hand. */
@UseCase
class PublishKeys {

    /** So often is it written down that a key is at hand: at most so much earlier than it should does it end being published. */
    private static final Duration NOTED_EVERY = Duration.ofHours(1);

    private static final int LOCK = 20_250_109;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    /** @param held by their ids */
    @Transactional
    void publish(Map<String, OctetKeyPairJsonWebKey> held) {
        var now = clock.instant();
        // Replicas start at the same moment.
        database.createNativeQuery("select count(*) from pg_advisory_xact_lock(?1)")
                .setParameter(1, LOCK)
                .getSingleResult();
        var published = PublishedKey.<PublishedKey>list("kid in ?1", held.keySet()).stream()
                .collect(toMap(key -> key.kid, identity()));
        held.forEach((kid, key) -> {
            var known = published.get(kid);
            if (known == null) {
                PublishedKey.of(kid, key.toJson(OutputControlLevel.PUBLIC_ONLY), now)
                        .persist();
            } else if (known.lastHeldAt.isBefore(now.minus(NOTED_EVERY))) {
                known.lastHeldAt = now;
            }
        });
    }
}
