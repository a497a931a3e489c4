package com.vsoxp.alliance.eligibility.decision;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Scorecard.Outcome;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.standing.Movement;
import com.vsoxp.alliance.eligibility.standing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision and all it was made from: the same program, rules and input give the same standing again. */
public record Decision(
        UUID id,
        UUID partnerId,
        UUID enrollmentId,
        Instant decidedAt,
        @Schema(examples = "2.0") String programVersion,

        @Schema(description = "The version of the rules that read the program.", examples = "1")
        String engineVersion,

        @Schema(description = "The day it is about: earlier than the day it was made if nobody looked in time.")
        LocalDate effectiveOn,

        Movement movement,

        @Schema(description = "The tier held after it, or once it is approved; absent if the last one is lost.")
        String tier,

        String previousTier,

        @Schema(description = "How the tier stands that the decision is about.")
        Outcome outcome,

        boolean requiresApproval,
        Standing standing,
        Input input) {

    /**
     * What it was made from.
     *
     * @param enrolledTier the tier by the partner service's last word
     * @param evidence the facts that counted on the day
     */
    @Schema(name = "DecisionInput")
    public record Input(
            Standing previousStanding, String enrolledTier, EnrollmentDates enrollment, List<Fact> evidence) {}
}
