package com.vsoxp.alliance.platform.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are taken in. */
@ConfigMapping(prefix = "alliance.inbox")
public interface InboxConfig {

    /** The most events of one transaction. */
    @WithDefault("500")
    int batchSize();

    /** The longest pause while the database or the broker is away; pauses double up to it. */
    @WithDefault("10s")
    Duration longestPause();

    /** After this silence a consumer counts as dead and its partitions go to the other replicas. */
    @WithDefault("10s")
    Duration sessionTimeout();
}
