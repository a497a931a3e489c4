package com.vsoxp.alliance.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** What the HTTP door lets in. */
@ConfigMapping(prefix = "alliance.http")
public interface HttpConfig {

    /** The longest JSON request body; anything longer is answered 413. */
    @WithDefault("1M")
    MemorySize maxJsonBody();

    /** The longest request body of any other kind; anything longer is answered 413. */
    @WithDefault("2M")
    MemorySize maxBody();

    /**
     * Paths whose bodies are read as they come and held nowhere: they may be as long as {@code
     * quarkus.http.limits.max-body-size} says, which is the wall behind everything.
     */
    Optional<Set<String>> streamedPaths();
}
