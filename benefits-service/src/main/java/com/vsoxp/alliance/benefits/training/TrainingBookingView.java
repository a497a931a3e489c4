package com.vsoxp.alliance.benefits.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A booking as callers see it. */
@Schema(name = "TrainingBooking", description = "The training of a quote, booked.")
public record TrainingBookingView(
        @Schema(examples = "019abf10-0000-7000-8000-00000000f001")
        UUID quoteId,

        @Schema(description = "The day it counts on", examples = "2026-03-10")
        LocalDate bookedOn,

        @Schema(examples = "2026-03-10T08:00:00Z") Instant bookedAt,

        @Schema(description = "The subject that booked it", examples = "crm-salesforce")
        String bookedBy) {

    static TrainingBookingView of(TrainingBooking booking) {
        return new TrainingBookingView(booking.quoteId, booking.bookedOn, booking.bookedAt, booking.bookedBy);
    }
}
