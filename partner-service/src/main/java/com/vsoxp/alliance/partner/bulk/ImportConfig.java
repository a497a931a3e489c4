package com.vsoxp.alliance.partner.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an import may take of this service while it runs. */
@ConfigMapping(prefix = "alliance.import")
public interface ImportConfig {

    /** How many imports run at the same time in one instance; one more is answered 429. */
    @WithDefault("4")
    int atOnce();

    /** How many lines go into one transaction at most. */
    @WithDefault("200")
    int linesAtOnce();

    /** How many bytes go into one transaction at most; a line more may. */
    @WithDefault("1M")
    MemorySize bytesAtOnce();

    /** The longest line. A longer one is answered 413 by itself, and spoils no other. */
    @WithDefault("64K")
    MemorySize maxLine();

    /**
     * How many bytes of results are kept on disk for a caller that does not read them yet. One who is further behind is not
     * read from.
     */
    @WithDefault("64M")
    MemorySize maxBehind();

    /** How long an import may take. Lines that come later are answered 503, and may be sent again. */
    @WithDefault("1h")
    Duration timeLimit();
}
