package com.vsoxp.alliance.partner.deal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Joint selling. */
@ConfigMapping(prefix = "alliance.deal")
public interface DealConfig {

    /**
     * Codes of the tiers that sell jointly with the vendor. So do those that rank above them, and, in later versions of the
     * program, those that succeed them.
     */
    @WithDefault("PREMIER")
    Set<String> tiers();

    /** The days for which a deal protects its customer, from its registration, and again from its approval. */
    @WithDefault("90")
    int protectionDays();

    /** How many expired deals a sweep takes at a time. */
    @WithDefault("100")
    int sweepBatch();
}
