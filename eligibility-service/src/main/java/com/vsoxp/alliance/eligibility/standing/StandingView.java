package com.vsoxp.alliance.eligibility.standing;

import com.vsoxp.alliance.eligibility.standing.rules.Loss;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A standing as callers see it. */
@Schema(
        name = "PartnerStanding",
        description = "Where a partner stands, and what it loses when if nothing new happens.")
public record StandingView(
        UUID partnerId,
        UUID enrollmentId,
        Standing.Status status,

        @Schema(description = "The tier held; absent for an applicant.", examples = "PREMIER")
        String tier,

        @Schema(description = "A higher tier that waits for approval.")
        String pendingTier,

        @Schema(description = "First day of this status at this tier.")
        LocalDate since,

        @Schema(description = "At risk: the day on which the tier is lost unless it is met again.")
        LocalDate cureEndsOn,

        @Schema(description = "At risk: codes of the requirements that are unmet.", examples = "[\"LICENSE_SALES\"]")
        List<String> unmet,

        @Schema(description = "The next day on which time alone moves something; absent for never.")
        LocalDate nextTransitionOn,

        @Schema(description = "The day on which the tier is lost; absent for never.")
        LocalDate losesOn,

        @Schema(description = "The tier held after that; absent if the enrollment ends then.")
        String fallsTo,

        @Schema(description = "The requirements for which it is lost, and what would avert it.")
        List<LostFor> lostFor,

        @Schema(examples = "2.0") String programVersion) {

    static StandingView of(
            UUID partnerId,
            UUID enrollmentId,
            String programVersion,
            Standing is,
            LocalDate nextTransitionOn,
            Optional<Loss> loss,
            List<LostFor> lostFor) {
        return new StandingView(
                partnerId,
                enrollmentId,
                is.status(),
                is.tier(),
                is.pendingTier(),
                is.since(),
                is.cureEndsOn(),
                is.unmet(),
                nextTransitionOn,
                loss.map(Loss::on).orElse(null),
                loss.map(Loss::fallsTo).orElse(null),
                lostFor,
                programVersion);
    }

    static StandingView of(StandingRow row, List<LostFor> lostFor) {
        return new StandingView(
                row.partnerId,
                row.enrollmentId,
                row.status,
                row.tier,
                row.pendingTier,
                row.since,
                row.cureEndsOn,
                row.unmet,
                row.nextTransitionOn,
                row.losesOn,
                row.fallsTo,
                lostFor,
                row.programVersion);
    }
}
