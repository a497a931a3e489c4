package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.platform.id.Ids;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A booking that was taken back, kept for the record. */
@Entity
@Immutable
@Table(name = "training_cancellation")
public class TrainingCancellation extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID quoteId;

    public LocalDate bookedOn;

    public Instant bookedAt;

    public String bookedBy;

    public List<Integer> seats;

    public Instant cancelledAt;

    /** Who took it back: the subject of the token. */
    public String cancelledBy;

    public String reason;

    static TrainingCancellation of(TrainingBooking booking, String reason, Instant cancelledAt, String canceller) {
        var cancellation = new TrainingCancellation();
        cancellation.id = Ids.next();
        cancellation.quoteId = booking.quoteId;
        cancellation.bookedOn = booking.bookedOn;
        cancellation.bookedAt = booking.bookedAt;
        cancellation.bookedBy = booking.bookedBy;
        cancellation.seats = booking.seats;
        cancellation.cancelledAt = cancelledAt;
        cancellation.cancelledBy = canceller;
        cancellation.reason = reason;
        return cancellation;
    }
}
