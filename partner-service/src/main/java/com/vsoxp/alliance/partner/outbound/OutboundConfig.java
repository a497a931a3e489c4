package com.vsoxp.alliance.partner.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How the service asks at addresses that its users named. */
@ConfigMapping(prefix = "alliance.outbound")
public interface OutboundConfig {

    /** The ports of public addresses that may be asked. */
    @WithDefault("80,443,8080,8443")
    Set<Integer> ports();

    /**
     * Networks that may be asked, on any port, though they are not public: CIDR blocks such as {@code 127.0.0.0/8}. None
     * in production; tests and a system on one machine name their own.
     */
    Optional<Set<Network>> allowedNetworks();

    /** The longest wait for a connection, and again for its TLS handshake. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** The longest silence of the other side. */
    @WithDefault("5s")
    Duration responseTimeout();

    /** The longest time for all of it: names, redirects, and the last byte. */
    @WithDefault("10s")
    Duration totalTimeout();

    /** The most redirects that are followed to a page. */
    @WithDefault("5")
    int maxRedirects();

    /** The bytes of a page that are read; the rest is not asked for. */
    @WithDefault("1048576")
    int maxPage();

    /** The bytes that are read of an answer to what was posted. */
    @WithDefault("16384")
    int maxReply();

    /** The most exchanges at one time, a thread each; who wants one more waits for its turn. */
    @WithDefault("64")
    int concurrency();

    /** How the service introduces itself. */
    @WithDefault("VSO-XP-Alliance/1.0 (+https://alliance.vso-xp.example)")
    String userAgent();
}
