package com.vsoxp.alliance.benefits.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The keys that this service signs with, and the name under which it does. */
@ConfigMapping(prefix = "alliance.signing")
public interface SigningConfig {

    /**
     * A file with the private keys: a JWK Set (RFC 7517) of Ed25519 keys (RFC 8037), the same for all replicas, readable by
     * this service alone. A mounted secret: it is read again and again, so a key is added or taken out without a restart.
     */
    Path keysFile();

    /** How often the file is looked at. */
    @WithDefault("10s")
    String lookEvery();

    /**
     * For how long a new key is published before it signs, as long as another one is at hand. Longer than anybody keeps the
     * published keys in a cache.
     */
    @WithDefault("1h")
    Duration publishAhead();

    /**
     * Nothing is signed for longer than this, and so long a key stays published after it was last at hand: whatever it
     * signed can be checked to its end.
     */
    @WithDefault("400d")
    Duration longestValidity();

    /** Keys that somebody else may have got hold of, by their ids: nothing that they signed is believed any more. */
    Optional<Set<String>> distrustedKeys();

    /** Where the world reaches this service: the name of the issuer, and what links in signed documents begin with. */
    @WithDefault("http://localhost:8083")
    URI publicUrl();
}
