package com.vsoxp.alliance.platform.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the HTTP door lets in. */
@ConfigMapping(prefix = "alliance.http")
public interface HttpConfig {

    /** The longest JSON request body; anything longer is answered 413. */
    @WithDefault("1M")
    MemorySize maxJsonBody();
}
