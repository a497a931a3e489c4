package com.vsoxp.alliance.directory.listing;

import com.vsoxp.alliance.directory.tier.TierBook;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing in whole, as the public sees it. */
@Schema(name = "Listing", description = "A partner in the public directory.")
public record ListingView(
        @Schema(
                description = "Stands for the partner in addresses; old ones redirect",
                examples = "northwind-help-desk")
        String slug,

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

        @Schema(nullable = true, examples = "https://northwind.example")
        String website,

        @Schema(nullable = true) String logoUrl,
        @Schema(nullable = true) String publicEmail,
        @Schema(nullable = true) String publicPhone,

        @Schema(nullable = true, description = "ISO 3166-1 alpha-2", examples = "DE")
        String country,

        @Schema(nullable = true, examples = "Bavaria") String region,
        @Schema(nullable = true, examples = "Munich") String city,
        @Schema(nullable = true) Location location,
        List<String> businessTypes,
        @Schema(description = "BCP 47") List<String> languages,
        @Schema(examples = "[\"DELIVERY\", \"SUPPORT\"]") List<String> services,
        @Schema(examples = "[\"manufacturing\"]") List<String> verticals) {

    /** A place on earth, in degrees. */
    @Schema(name = "Location", description = "In degrees, north and east positive.")
    public record Location(
            @Schema(examples = "48.137154") double latitude,
            @Schema(examples = "11.576124") double longitude) {

        static Location of(Listing listing) {
            return listing.latitude == null ? null : new Location(listing.latitude, listing.longitude);
        }
    }

    /** The listing with what its tier is called. */
    public static ListingView of(Listing listing, TierBook tiers) {
        return new ListingView(
                listing.slug,
                listing.partnerId,
                listing.name,
                listing.tier,
                tiers.nameOf(listing.tier).orElse(null),
                listing.entitledSince,
                listing.description,
                listing.website,
                listing.logoUrl,
                listing.publicEmail,
                listing.publicPhone,
                listing.country,
                listing.region,
                listing.city,
                Location.of(listing),
                listing.businessTypes,
                listing.languages,
                listing.services,
                listing.verticals);
    }
}
