package com.vsoxp.alliance.eligibility.rehearsal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a version of the program is rehearsed beside the live service. */
@ConfigMapping(prefix = "alliance.rehearsal")
public interface RehearsalConfig {

    /**
     * How many partners are held in memory at once, at about 120 bytes each. If there are more, the tables are read that many
     * times over, within one snapshot.
     */
    @WithDefault("1000000")
    int partnersAtOnce();

    /**
     * Of the time, how much it works at most, in percent; the rest is left to the live service. It also gives way to calls that
     * this replica is answering.
     */
    @WithDefault("85")
    int share();

    /** How long finished rehearsals are kept. */
    @WithDefault("90d")
    Duration keep();

    /** How often to look for rehearsals whose replica has ended, and for old ones. */
    @WithDefault("10s")
    Duration lookEvery();
}
