package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The training of a quote, booked: all its seats, once. */
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

    static TrainingBooking of(Quote quote, LocalDate bookedOn, Instant bookedAt, String booker) {
        var booking = new TrainingBooking();
        booking.quoteId = quote.id;
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
}
