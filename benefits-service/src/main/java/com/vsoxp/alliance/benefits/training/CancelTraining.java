package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.benefits.usage.NoteUsage;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Takes a booking back: it counts no more, and its quote can be booked again, as long as it is good. */
@UseCase
public class CancelTraining {

    private final NoteUsage noteUsage;
    private final Clock clock;

    CancelTraining(NoteUsage noteUsage, Clock clock) {
        this.noteUsage = noteUsage;
        this.clock = clock;
    }

    /**
     * Takes it back.
     *
     * @param canceller the subject that asks for it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 404 for a quote whose training is not booked
     */
    @Transactional
    public TrainingBookingView cancel(Quote quote, String reason, String canceller) {
        quote.lock();
        var booking = TrainingBooking.require(quote.id);
        var cancellation = TrainingCancellation.of(booking, reason, clock.instant(), canceller);
        cancellation.persist();
        booking.delete();
        noteUsage.note(List.of(), List.of(BookTraining.useOf(quote)));
        return TrainingBookingView.of(quote, booking, cancellation);
    }
}
