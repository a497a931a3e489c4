package com.vsoxp.alliance.eligibility.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica looks for partners about which something is due. */
@ConfigMapping(prefix = "alliance.sweep")
public interface SweepConfig {

    /** How often to look. What is due falls on its own day, however late it is found. */
    @WithDefault("60s")
    Duration every();

    /** How many partners to decide about in one transaction. */
    @WithDefault("200")
    int batch();
}
