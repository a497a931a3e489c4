package com.vsoxp.alliance.partner.sale.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reports of sales are gathered into transactions. */
@ConfigMapping(prefix = "alliance.sales")
public interface SaleDeskConfig {

    /** How many sales one transaction takes at most. */
    @WithDefault("256")
    int largestGroup();

    /** How many reports may wait for a transaction; beyond that callers are answered 503 and told when to come back. */
    @WithDefault("2000")
    int waitingLimit();

    /** How long the first report of a group waits for others, if the group before had several: what comes alone never waits. */
    @WithDefault("PT0.0003S")
    Duration gatherFor();

    /** How long a report waits for its commit before its caller is answered 503. It may be recorded all the same. */
    @WithDefault("10S")
    Duration patience();
}
