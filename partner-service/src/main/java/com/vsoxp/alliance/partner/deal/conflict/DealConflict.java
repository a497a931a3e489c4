package com.vsoxp.alliance.partner.deal.conflict;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another partner's open deal that seems to be about the same customer. */
@Schema(description = "Another partner's open deal that seems to be about the same customer.")
public record DealConflict(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000d002")
        UUID dealId,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a002")
        UUID partnerId,

        @NotNull @Schema(examples = "[\"SAME_NAME_AND_COUNTRY\"]")
        List<ConflictReason> reasons) {}
