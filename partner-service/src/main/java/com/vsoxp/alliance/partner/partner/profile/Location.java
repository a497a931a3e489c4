package com.vsoxp.alliance.partner.partner.profile;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place on earth, in degrees of WGS 84. */
@Schema(description = "A place on earth, in degrees of WGS 84.")
public record Location(
        @NotNull @DecimalMin("-90") @DecimalMax("90") @Schema(examples = "48.137154")
        Double latitude,

        @NotNull @DecimalMin("-180") @DecimalMax("180") @Schema(examples = "11.576124")
        Double longitude) {}
