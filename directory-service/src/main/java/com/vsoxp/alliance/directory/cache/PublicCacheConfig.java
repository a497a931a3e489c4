package com.vsoxp.alliance.directory.cache;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How old an answer of the directory may get. */
@ConfigMapping(prefix = "alliance.directory.cache")
public interface PublicCacheConfig {

    /** For so long an answer is taken for fresh. A suspended partner may stay visible in caches that much longer. */
    @WithDefault("60s")
    Duration maxAge();

    /** For so long after that, a cache may serve the old answer while it fetches the new one. */
    @WithDefault("5m")
    Duration staleWhileRevalidate();

    /** How much memory may hold answers that are ready to be sent. */
    @WithDefault("64M")
    MemorySize memory();

    /** For so long a caller waits for the same answer that another one is making, before it makes one for itself. */
    @WithDefault("2s")
    Duration longestWait();
}
