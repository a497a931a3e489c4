package com.vsoxp.alliance.eligibility.catalog.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a draft can be published. */
@ConfigMapping(prefix = "alliance.publication")
public interface PublicationConfig {

    /** How long after it ended a rehearsal tells what a publication would do. */
    @WithDefault("24h")
    Duration rehearsalValidFor();
}
