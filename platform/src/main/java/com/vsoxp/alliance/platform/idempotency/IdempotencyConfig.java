package com.vsoxp.alliance.platform.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long answers are kept for retries. */
@ConfigMapping(prefix = "alliance.idempotency")
public interface IdempotencyConfig {

    /** How long a key is remembered. Callers are promised 24 hours or longer. */
    @WithDefault("7d")
    Duration keep();

    /** How often keys older than that are forgotten. */
    @WithDefault("10m")
    String purgeEvery();
}
