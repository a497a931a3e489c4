package com.vsoxp.alliance.partner.evidence.listing;

import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one look at a page found.
 *
 * @param httpStatus what the server said; null if none answered
 * @param finalUrl where the page was in the end; null if none answered
 * @param reason in a sentence for people
 */
record Sighting(Kind kind, Integer httpStatus, URI finalUrl, String reason) {

    /** What can be found. */
    @Schema(name = "ListingProbeOutcome")
    enum Kind {
        /** A link to the vendor. */
        FOUND,
        /** A page without one. */
        NO_LINK,
        /** An answer that is no page. */
        NO_PAGE,
        /** No answer. */
        UNREACHABLE,
        /** An address that nobody on the public internet can open. */
        REFUSED
    }

    boolean found() {
        return kind == Kind.FOUND;
    }
}
