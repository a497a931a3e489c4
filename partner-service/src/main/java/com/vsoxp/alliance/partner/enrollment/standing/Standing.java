package com.vsoxp.alliance.partner.enrollment.standing;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How safe the tier is that an enrollment holds, as the evaluation last said.
 *
 * @param status GOOD, or AT_RISK when a requirement stopped being met
 * @param since the day it came to this
 * @param cureEndsOn the day the tier is lost unless the requirements are met again; null while nothing is at risk
 * @param unmet codes of the requirements that are not met
 * @param nextTransitionOn the day the answer next changes by time alone; null if never
 * @param lossForeseen null if none is near
 */
@Embeddable
@Schema(description = "How safe the tier is, as the evaluation of the requirements last said.")
public record Standing(
        @Schema(
                required = true,
                description = "`GOOD`, or `AT_RISK` when a requirement stopped being met.",
                examples = "AT_RISK")
        String status,

        @Schema(required = true, description = "The day it came to this.", examples = "2026-03-20")
        LocalDate since,

        @Schema(description = "The day the tier is lost unless they are met again.", examples = "2026-06-18")
        LocalDate cureEndsOn,

        @Schema(
                required = true,
                description = "Codes of the requirements that are not met.",
                examples = "[\"LICENSE_SALES\"]")
        List<String> unmet,

        @Schema(
                description = "The day this next changes by time alone; null if never, or if it was not said.",
                examples = "2026-06-18")
        LocalDate nextTransitionOn,

        @Embedded
        @AttributeOverride(name = "on", column = @Column(name = "standing_loss_on"))
        @AttributeOverride(name = "fallsTo", column = @Column(name = "standing_loss_falls_to"))
        @AttributeOverride(name = "requirements", column = @Column(name = "standing_loss_requirements"))
        @Schema(description = "The loss of the tier if nothing new happens; null if none is near.")
        LossForeseen lossForeseen) {}
