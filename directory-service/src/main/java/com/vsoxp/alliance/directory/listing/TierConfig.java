package com.vsoxp.alliance.directory.listing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The order in which the directory shows tiers. */
@ConfigMapping(prefix = "alliance.directory")
public interface TierConfig {

    /** The tiers' codes, highest first; a tier that is not among them comes after all that are. */
    @WithDefault("PREMIER,RESELLER")
    List<String> tiers();

    /** The tier's place in that order, from 0; no tier at all comes last too. */
    default short placeOf(String tier) {
        var place = tier == null ? -1 : tiers().indexOf(tier);
        return (short) (place < 0 ? tiers().size() : place);
    }
}
