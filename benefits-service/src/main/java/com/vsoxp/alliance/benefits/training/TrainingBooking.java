package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The training of a quote, booked: all its seats or some, once. It goes when it is cancelled. */
@Entity
@Immutable
@Table(name = "training_booking")
public class TrainingBooking extends PanacheEntityBase {

    @Id
    public UUID quoteId;

    /** The day it counts on. */
    public LocalDate bookedOn;

    public Instant bookedAt;

    /** Who booked it: the subject of the token. */
    public String bookedBy;

    /** Of each of the quote's lines; null, in old ones, for all. */
    public List<Integer> seats;

    static TrainingBooking of(Quote quote, BookedSeats seats, LocalDate bookedOn, Instant bookedAt, String booker) {
        var booking = new TrainingBooking();
        booking.quoteId = quote.id;
        booking.seats = seats.seats();
        booking.bookedOn = bookedOn;
        booking.bookedAt = bookedAt;
        booking.bookedBy = booker;
        return booking;
    }

    /** The booking of that quote, or 404. */
    static TrainingBooking require(UUID quoteId) {
        return TrainingBooking.<TrainingBooking>findByIdOptional(quoteId)
                .orElseThrow(() -> Problems.notFound("training booking of quote", quoteId));
    }

    /** What is booked of the quote that it is of. */
    BookedSeats seatsOf(Quote quote) {
        return seats == null ? BookedSeats.all(quote.terms) : new BookedSeats(quote.terms.lines(), List.copyOf(seats));
    }
}
