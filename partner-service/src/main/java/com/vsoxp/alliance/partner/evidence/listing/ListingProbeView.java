package com.vsoxp.alliance.partner.evidence.listing;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One look at the page of a listing, as callers see it. */
@Schema(name = "ListingProbe", description = "One look at the page of a listing, and where it left the listing.")
record ListingProbeView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f102")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000f002")
        UUID attestationId,

        @NotNull @Schema(description = "Whether the page links to the vendor.", examples = "true")
        boolean found,

        @NotNull
        @Schema(
                description = "`FOUND`, or what came instead: `NO_LINK` on the page, `NO_PAGE` but another answer, "
                        + "`UNREACHABLE`, or `REFUSED` for an address that is not on the public internet.",
                examples = "FOUND")
        Sighting.Kind outcome,

        @Schema(description = "The status the server answered with; absent if none did.", examples = "200")
        Integer httpStatus,

        @NotNull @Schema(examples = "2026-03-03T09:00:00Z") Instant checkedAt,

        @Schema(
                description = "Where the page was after all redirects; absent if nobody answered.",
                examples = "https://northwind.example/partners")
        String finalUrl,

        @Schema(examples = "The page links to vso-xp.example.")
        String reason,

        @NotNull @Schema(description = "Looks in a row that did not find the link, this one included.", examples = "0")
        int strikes,

        @Schema(description = "The day it lapses unless the link is found; absent for none.", examples = "2026-04-02")
        LocalDate lapsesOn) {

    static ListingProbeView of(ListingProbe probe) {
        return new ListingProbeView(
                probe.id,
                probe.attestationId,
                probe.outcome == Sighting.Kind.FOUND,
                probe.outcome,
                probe.httpStatus,
                probe.checkedAt,
                probe.finalUrl,
                probe.reason,
                probe.strikes,
                probe.lapsesOn);
    }
}
