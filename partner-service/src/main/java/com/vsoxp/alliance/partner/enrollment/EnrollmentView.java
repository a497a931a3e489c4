package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.enrollment.standing.Standing;
import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import com.vsoxp.alliance.partner.enrollment.term.Term;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An enrollment as callers see it on a day. */
@Schema(name = "Enrollment", description = "A partner's way through the alliance, from one application to its end.")
record EnrollmentView(
        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000e001")
        UUID id,

        @NotNull @Schema(examples = "019abf10-0000-7000-8000-00000000a001")
        UUID partnerId,

        @NotNull @Schema(examples = "ACTIVE") EnrollmentStatus status,

        @Schema(description = "The tier held; null for none.", examples = "RESELLER")
        String tier,

        @NotNull @Schema(description = "The tier applied for: it may still be out of reach.", examples = "PREMIER")
        String appliedTier,

        @NotNull @Schema(examples = "2026-01-12") LocalDate appliedOn,

        @Schema(description = "The day it first held a tier; null before.", examples = "2026-01-12")
        LocalDate since,

        @Schema(description = "The day it came to the tier held.", examples = "2026-01-12")
        LocalDate tierSince,

        @Schema(
                description =
                        "The last day of the yearly term that it was last renewed for; null unless a tier is held.",
                examples = "2027-01-11")
        LocalDate termEndsOn,

        @Schema(description = "When the term can be renewed; null unless a tier is held.")
        RenewalView renewal,

        @Schema(description = "The day it ended; null while it is open.")
        LocalDate endedOn,

        @Schema(description = "The version of the program that the tier was assigned under.", examples = "2.0")
        String programVersion,

        @Schema(description = "A tier that the partner qualifies for and that awaits approval; null for none.")
        String pendingTier,

        @Schema(description = "The reason of the decision that led here; null for none.")
        String reason,

        @Schema(description = "Null until the evaluation has said something.")
        Standing standing) {

    static EnrollmentView of(Enrollment enrollment, RenewalWindow window, LocalDate today) {
        Term term = enrollment.term();
        return new EnrollmentView(
                enrollment.id,
                enrollment.partnerId,
                enrollment.status,
                enrollment.tier,
                enrollment.appliedTier,
                enrollment.appliedOn,
                enrollment.since,
                enrollment.tierSince,
                term == null ? null : term.endsOn(),
                term == null ? null : RenewalView.of(window.of(term), today),
                enrollment.endedOn,
                enrollment.programVersion,
                enrollment.pendingTier,
                enrollment.reason,
                enrollment.standing);
    }
}
