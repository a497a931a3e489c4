package com.vsoxp.alliance.partner.constraint;

import com.vsoxp.alliance.platform.json.StrictJson;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a decision that may be explained, or left without a body. */
@Schema(description = "Why; may be left out.")
public record OptionalReason(
        @Size(min = 1, max = 1_000) @Schema(examples = "Booked twice")
        String reason) {

    private static final OptionalReason NONE = new OptionalReason(null);

    /** Reads a body that may be empty. */
    public static OptionalReason read(StrictJson json, byte[] body) {
        return OptionalBody.isAbsent(body) ? NONE : json.bind(body, OptionalReason.class);
    }
}
