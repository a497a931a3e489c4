package com.vsoxp.alliance.partner.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;

/** How events are sent to the addresses that callers registered. */
@ConfigMapping(prefix = "alliance.webhooks")
public interface WebhooksConfig {

    /**
     * What the webhooks' secrets are encrypted with in the database. It has no default; with another one than before, every
     * webhook needs a new secret.
     */
    @Size(min = 16)
    String secretKey();

    /** Whether addresses may be http too: for systems on one machine, and tests. */
    @WithDefault("false")
    boolean plainHttp();

    /** How many webhooks one system may have. */
    @WithDefault("20")
    int mostPerOwner();

    /** The pauses between the attempts of one event, three days in all; after the last one it has failed. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** How long an old secret signs beside the new one. */
    @WithDefault("24h")
    Duration oldSecretSigns();

    /** The most events of one webhook that are sent at one time. One that fails gets one at a time. */
    @WithDefault("4")
    int parallel();

    /** The most events of one webhook that wait to be sent; the next ones stay in the feed until then. */
    @WithDefault("500")
    int window();

    /** How long a replica has a webhook to itself before it must say that it is still there. */
    @WithDefault("60s")
    Duration lease();

    /** After a failure that lasted so long, the first success sends all that waits. */
    @WithDefault("1m")
    Duration recoveredAfter();

    /** How often is looked for what is due, if nothing else says so. */
    @WithDefault("1s")
    Duration pollEvery();

    /** How long the log of what was sent, or has failed, is kept. */
    @WithDefault("30d")
    Duration keepLog();

    /** How often older entries of the log are forgotten. */
    @WithDefault("10m")
    String purgeEvery();
}
