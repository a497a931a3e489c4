package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.money.Amounts;
import com.vsoxp.alliance.benefits.quote.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
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
        String bookedBy,

        @Schema(description = "The seats that are booked, by line of the quote")
        List<SeatsOfLine> seats,

        @Schema(description = "What they come to at the quoted prices")
        Amounts totals,

        @Schema(nullable = true, description = "When it was taken back; absent while it stands")
        Instant cancelledAt,

        @Schema(nullable = true, description = "The subject that took it back")
        String cancelledBy,

        @Schema(nullable = true) String cancellationReason) {

    static TrainingBookingView of(Quote quote, TrainingBooking booking) {
        return of(quote, booking, null, null, null);
    }

    static TrainingBookingView of(Quote quote, TrainingBooking booking, TrainingCancellation cancellation) {
        return of(quote, booking, cancellation.cancelledAt, cancellation.cancelledBy, cancellation.reason);
    }

    private static TrainingBookingView of(
            Quote quote, TrainingBooking booking, Instant cancelledAt, String cancelledBy, String reason) {
        var seats = booking.seatsOf(quote);
        return new TrainingBookingView(
                booking.quoteId,
                booking.bookedOn,
                booking.bookedAt,
                booking.bookedBy,
                IntStream.range(0, seats.lines().size())
                        .filter(line -> seats.seats().get(line) > 0)
                        .mapToObj(line -> new SeatsOfLine(line, seats.seats().get(line)))
                        .toList(),
                seats.amounts(),
                cancelledAt,
                cancelledBy,
                reason);
    }

    /** A booking never changes; another one takes its place after it was taken back. */
    String etag() {
        return "\"" + bookedAt + "\"";
    }
}
