package com.vsoxp.alliance.partner.merge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a merge may do. */
@ConfigMapping(prefix = "alliance.merge")
public interface MergeConfig {

    /** The most things a merge moves, all kinds together: it is one transaction, which both partners' callers wait for. */
    @WithDefault("50000")
    int mostMoved();
}
