package com.vsoxp.alliance.partner.enrollment;

import com.vsoxp.alliance.partner.enrollment.term.Renewal;
import com.vsoxp.alliance.partner.enrollment.term.RenewalStatus;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When a term can be renewed, as callers see it on a day. */
@Schema(name = "Renewal", description = "When the yearly term can be renewed.")
record RenewalView(
        @NotNull
        @Schema(
                description =
                        "`NOT_DUE` before the window, `DUE` in it, `OVERDUE` once the term has ended; the enrollment "
                                + "stays in force all the same.",
                examples = "NOT_DUE")
        RenewalStatus status,

        @NotNull @Schema(description = "The first day on which it can be renewed.", examples = "2026-11-12")
        LocalDate from,

        @NotNull
        @Schema(
                description =
                        "The last day on which the new term still starts the day after the old one ends; later, it "
                                + "starts on the day of renewal.",
                examples = "2027-02-10")
        LocalDate until) {

    static RenewalView of(Renewal renewal, LocalDate today) {
        return new RenewalView(renewal.statusOn(today), renewal.from(), renewal.until());
    }
}
