package com.vsoxp.alliance.directory.listing;

import com.vsoxp.alliance.directory.tier.Tiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where a slug leads: to a listing, or on to the slug that the partner has now. */
@ApplicationScoped
public class SlugLookup {

    /** What there is under a slug. */
    public sealed interface Outcome {

        /** A listing that is public now. */
        record Found(ListingView listing) implements Outcome {}

        /** The partner was renamed, or its record merged into another; its listing has this slug. */
        record Moved(String slug) implements Outcome {}

        /** Nobody's slug, or that of a partner who is not listed now. */
        record Unlisted() implements Outcome {}
    }

    @Inject
    Tiers tiers;

    /** Looks the slug up as of now. */
    public Outcome lookUp(String slug) {
        return Listing.publicBySlug(slug)
                .<Outcome>map(listing -> new Outcome.Found(ListingView.of(listing, tiers.book())))
                .or(() -> SlugClaim.ownerOf(slug)
                        .flatMap(Listing::publicOfHeir)
                        .map(listing -> new Outcome.Moved(listing.slug)))
                .orElseGet(Outcome.Unlisted::new);
    }
}
