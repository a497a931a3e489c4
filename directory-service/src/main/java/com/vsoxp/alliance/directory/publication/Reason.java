package com.vsoxp.alliance.directory.publication;

import com.vsoxp.alliance.directory.listing.Listing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing is shown under a slug any more. */
@Schema(name = "TombstoneReason", description = """
        Why nothing is shown under the slug: `RENAMED` the partner is shown under another one, `MERGED` its record became part of \
        another's, `SUSPENDED` and `TERMINATED` so is its enrollment, `NOT_ENTITLED` any other reason not to be listed.""")
public enum Reason {
    RENAMED,
    MERGED,
    SUSPENDED,
    TERMINATED,
    NOT_ENTITLED;

    /** Why what was shown of this listing is not any more. A merge ends the enrollment too, so it is what tells most. */
    static Reason of(Listing listing) {
        if (listing.isPublic()) {
            return RENAMED;
        }
        if (listing.mergedInto != null) {
            return MERGED;
        }
        return switch (listing.entitlementStatus) {
            case "SUSPENDED" -> SUSPENDED;
            case "TERMINATED" -> TERMINATED;
            case null, default -> NOT_ENTITLED;
        };
    }
}
