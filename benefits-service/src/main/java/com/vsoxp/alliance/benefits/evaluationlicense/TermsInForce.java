package com.vsoxp.alliance.benefits.evaluationlicense;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The terms under which a partner gets evaluation licenses.
 *
 * @param version how often they were set; 0 if they are those of all partners
 */
@Schema(
        name = "EvaluationTerms",
        description = "How many evaluation licenses a partner may hold, and for how long each is valid.")
public record TermsInForce(
        @NotNull int mostAtOnce,
        @NotNull int validForDays,

        @NotNull @Schema(description = "Whether they were set for this partner, and are not those of all partners")
        boolean ownTerms,

        @Schema(nullable = true, description = "Why they were set")
        String reason,

        @Schema(nullable = true, description = "Who set them")
        String setBy,

        @Schema(nullable = true, description = "When they were set")
        Instant setAt,

        @JsonIgnore long version) {

    static TermsInForce of(UUID partnerId, EvaluationLicenseConfig ofAll) {
        return EvaluationTerms.<EvaluationTerms>findByIdOptional(partnerId)
                .map(TermsInForce::of)
                .orElseGet(
                        () -> new TermsInForce(ofAll.mostAtOnce(), ofAll.validForDays(), false, null, null, null, 0));
    }

    static TermsInForce of(EvaluationTerms own) {
        return new TermsInForce(own.mostAtOnce, own.validForDays, true, own.reason, own.setBy, own.setAt, own.version);
    }

    /** Terms of all partners change with the configuration, and with no version. */
    String etag() {
        return "\"" + version + "-" + mostAtOnce + "-" + validForDays + "\"";
    }
}
