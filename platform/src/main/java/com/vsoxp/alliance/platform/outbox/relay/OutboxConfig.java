package com.vsoxp.alliance.platform.outbox.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How committed events are carried to the broker. */
@ConfigMapping(prefix = "alliance.outbox")
public interface OutboxConfig {

    /** How many events are read, sent and struck off at once. */
    @WithDefault("500")
    int batchSize();

    /** How long the relay rests at most: the fallback for a wake-up that got lost with another process. */
    @WithDefault("1s")
    Duration pollEvery();

    /**
     * How far two looks into the outbox are apart at least, so that events which follow each other closely leave together. One
     * that comes after a rest leaves at once.
     */
    @WithDefault("10ms")
    Duration gatherFor();

    /**
     * After how many events the relay has the database free the room of those that left. The database's own turn comes once a
     * minute, and under load hundreds of thousands of dead rows would be looked at meanwhile, a hundred times a second.
     */
    @WithDefault("5000")
    int tidyAfter();

    /** How often the replicas look whether to share the shards anew. */
    @WithDefault("2s")
    Duration rebalanceEvery();

    /** The longest pause after a failure of the database or the broker; pauses double up to it. */
    @WithDefault("10s")
    Duration longestPause();
}
