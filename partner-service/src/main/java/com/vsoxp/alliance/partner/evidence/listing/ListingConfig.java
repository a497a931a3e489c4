package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.partner.evidence.attestation.ListingRules;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How partners' web sites are looked through for a link to the vendor. */
@ConfigMapping(prefix = "alliance.listing")
public interface ListingConfig {

    /** The vendor's host: a link to it, or to any host below it, is a listing. */
    @WithDefault("vso-xp.example")
    String vendorHost();

    /** The days from one look at a verified listing to the next. */
    @WithDefault("7")
    int everyDays();

    /** Looks in a row without the link that begin the grace. */
    @WithDefault("3")
    int strikes();

    /** The days from there to the lapse. */
    @WithDefault("30")
    int graceDays();

    /** A look that is younger than this is answered again, instead of asking the partner's server once more. */
    @WithDefault("1m")
    Duration fresh();

    /** How many listings a replica takes at a time, and looks at in parallel. */
    @WithDefault("8")
    int batch();

    /** How long a replica may be at what it took, before another one takes it over. */
    @WithDefault("10m")
    Duration lease();

    /** The most looks that are remembered of one listing. */
    @WithDefault("200")
    int remembered();

    /** The three above as the rule wants them. */
    default ListingRules rules() {
        return new ListingRules(Duration.ofDays(everyDays()), strikes(), Period.ofDays(graceDays()));
    }
}
