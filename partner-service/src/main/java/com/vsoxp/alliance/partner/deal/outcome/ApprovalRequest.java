package com.vsoxp.alliance.partner.deal.outcome;

import com.vsoxp.alliance.partner.constraint.OptionalBody;
import com.vsoxp.alliance.platform.json.StrictJson;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The approval of a deal; it may come without a body. */
@Schema(name = "DealApproval", description = "The approval of a deal; may be left out.")
record ApprovalRequest(
        @Size(min = 1, max = 1_000) @Schema(description = "Name no person.", examples = "First to visit the customer")
        String reason,

        @Schema(
                description = "Whether to approve it though other partners are after the same customer.",
                examples = "false")
        Boolean overrideConflicts) {

    static ApprovalRequest read(StrictJson json, byte[] body) {
        return OptionalBody.isAbsent(body) ? new ApprovalRequest(null, null) : json.bind(body, ApprovalRequest.class);
    }

    boolean overrides() {
        return Boolean.TRUE.equals(overrideConflicts);
    }
}
