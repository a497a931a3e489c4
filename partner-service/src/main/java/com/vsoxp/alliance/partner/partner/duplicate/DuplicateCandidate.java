package com.vsoxp.alliance.partner.partner.duplicate;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A partner that may be the same company as another one. */
@Schema(description = "A partner that may be the same company.")
public record DuplicateCandidate(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID id,

        @NotNull @Schema(examples = "Northwind Systems") String name,

        @NotNull @Schema(description = "What both have in common.", examples = "[\"SAME_WEB_DOMAIN\"]")
        List<DuplicateReason> reasons) {}
