package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.listing.Listing;
import com.vsoxp.alliance.directory.search.question.GeoPoint;
import com.vsoxp.alliance.directory.tier.TierBook;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing as a search shows it. */
@Schema(description = "A listing as a search shows it; the whole of it is at `/v1/listings/{slug}`.")
public record ListingItem(
        @Schema(examples = "northwind-help-desk") String slug,
        UUID partnerId,
        @Schema(examples = "Northwind Help Desk") String name,
        @Schema(examples = "PREMIER") String tier,

        @Schema(
                nullable = true,
                description = "What people call the tier; absent until its version of the program is known here",
                examples = "Premier Partner")
        String tierName,

        @Schema(description = "Listed without a break since this day", examples = "2026-01-12")
        LocalDate listedSince,

        @Schema(nullable = true) String description,
        @Schema(nullable = true) String website,
        @Schema(nullable = true) String logoUrl,
        @Schema(nullable = true, examples = "DE") String country,
        @Schema(nullable = true, examples = "Bavaria") String region,
        @Schema(nullable = true, examples = "Munich") String city,
        @Schema(examples = "[\"DELIVERY\", \"SUPPORT\"]") List<String> services,
        @Schema(examples = "[\"manufacturing\"]") List<String> verticals,
        @Schema(examples = "[\"de\", \"en\"]") List<String> languages,

        @Schema(
                nullable = true,
                description = "Kilometers from `near`, to 100 meters; only with `near`",
                examples = "12.3")
        Double distanceKm) {

    static ListingItem of(Listing listing, TierBook tiers, Double chordKm) {
        return new ListingItem(
                listing.slug,
                listing.partnerId,
                listing.name,
                listing.tier,
                tiers.nameOf(listing.tier).orElse(null),
                listing.entitledSince,
                listing.description,
                listing.website,
                listing.logoUrl,
                listing.country,
                listing.region,
                listing.city,
                listing.services,
                listing.verticals,
                listing.languages,
                chordKm == null ? null : GeoPoint.surfaceOf(chordKm));
    }
}
