package com.vsoxp.alliance.platform.time;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** How this process tells the time. */
@ConfigMapping(prefix = "alliance.time")
public interface TimeConfig {

    /**
     * A file that holds an ISO-8601 period or duration, such as {@code -P365D}, which is added to the system's time.
     * For demonstrations and tests that play months in minutes; leave it unset in production.
     */
    Optional<Path> travelFile();
}
