package com.vsoxp.alliance.eligibility.decision;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** When those who listen are told of a loss ahead. */
@ConfigMapping(prefix = "alliance.warnings")
public interface WarningsConfig {

    /** How many days before a loss to tell of it, each once. */
    @WithDefault("90,30,7")
    List<Integer> daysBefore();
}
