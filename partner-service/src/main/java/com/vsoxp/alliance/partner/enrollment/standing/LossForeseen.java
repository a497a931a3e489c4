package com.vsoxp.alliance.partner.enrollment.standing;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The loss of a tier that comes if nothing new happens, as the evaluation last warned of it.
 *
 * @param on the day the tier is lost unless its requirements are met again by then
 * @param fallsTo the tier held after that; null if the enrollment ends
 * @param requirements codes of the requirements for which it is lost
 */
@Embeddable
@Schema(description = "The loss of the tier if nothing new happens; told of 90, 30 and 7 days ahead.")
public record LossForeseen(
        @Schema(
                required = true,
                description = "The day the tier is lost unless its requirements are met again by then.",
                examples = "2026-06-18")
        LocalDate on,

        @Schema(description = "The tier held after that; null if the enrollment ends.", examples = "RESELLER")
        String fallsTo,

        @Schema(
                required = true,
                description = "Codes of the requirements for which it is lost.",
                examples = "[\"LICENSE_SALES\"]")
        List<String> requirements) {}
