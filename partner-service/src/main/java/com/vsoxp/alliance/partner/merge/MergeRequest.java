package com.vsoxp.alliance.partner.merge;

import com.vsoxp.alliance.partner.constraint.BrokenRules;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which record is to become part of the one in the path, and why. */
@Schema(
        description = "Which record is to become part of the one in the path. Names it by `absorbedId` or by "
                + "`absorbedExternalId`.")
public record MergeRequest(
        @Schema(description = "Whose record is absorbed.", examples = "019abf10-0000-7000-8000-00000000a002")
        UUID absorbedId,

        @Schema(description = "Whose record is absorbed, by another system's key.")
        AbsorbedKey absorbedExternalId,

        @NotBlank @Size(max = 1_000) @Schema(examples = "The same company, entered twice")
        String reason) {

    /** A partner's key in another system. */
    @Schema(description = "A partner's key in another system.")
    public record AbsorbedKey(
            @NotNull @Schema(examples = "salesforce") String system,
            @NotNull @Schema(examples = "001A000001LkXyz") String id) {}

    /** The record to absorb, or 422. */
    UUID absorbed() {
        new BrokenRules()
                .when(
                        (absorbedId == null) == (absorbedExternalId == null),
                        "/absorbedId",
                        "EXACTLY_ONE",
                        "exactly one of absorbedId and absorbedExternalId must be given.")
                .refuse();
        return absorbedId != null
                ? absorbedId
                : ExternalId.ownerOf(new ExternalId.Key(absorbedExternalId.system(), absorbedExternalId.id()))
                        .orElseThrow(() -> Problems.rule(pointer(), "UNKNOWN_PARTNER", "There is no such partner."));
    }

    /** The field that names the absorbed one. */
    String pointer() {
        return absorbedId != null ? "/absorbedId" : "/absorbedExternalId";
    }
}
