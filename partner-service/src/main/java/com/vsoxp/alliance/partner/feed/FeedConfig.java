package com.vsoxp.alliance.partner.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the events of the alliance are kept for those who read them over HTTP. */
@ConfigMapping(prefix = "alliance.feed")
public interface FeedConfig {

    /** How long after it happened an event can be read. The topics keep it for ever. */
    @WithDefault("400d")
    Duration keep();

    /** How often older events are forgotten. */
    @WithDefault("10m")
    String purgeEvery();

    /** How many calls of one replica may wait for an event at the same time; one more is answered 503. */
    @WithDefault("500")
    int mostWaiting();

    /** How often those who wait look by themselves: the fallback for events that another replica took. */
    @WithDefault("1s")
    Duration pollEvery();
}
