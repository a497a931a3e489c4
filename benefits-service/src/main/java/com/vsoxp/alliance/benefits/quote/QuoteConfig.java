package com.vsoxp.alliance.benefits.quote;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Quotes. */
@ConfigMapping(prefix = "alliance.quote")
public interface QuoteConfig {

    /** The days for which a quote is good after the one it was issued on. */
    @WithDefault("30")
    int validDays();
}
