package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.program.ProgramDay;
import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.benefits.quote.QuotedKind;
import com.vsoxp.alliance.benefits.quote.UsedEntitlement;
import com.vsoxp.alliance.benefits.usage.NoteUsage;
import com.vsoxp.alliance.benefits.usage.Use;
import com.vsoxp.alliance.benefits.usage.UsedAmounts;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Books the training of a quote, all of it or some, and notes its use in the ledger. */
@UseCase
public class BookTraining {

    private final NoteUsage noteUsage;
    private final ProgramDay programDay;
    private final Clock clock;

    BookTraining(NoteUsage noteUsage, ProgramDay programDay, Clock clock) {
        this.noteUsage = noteUsage;
        this.programDay = programDay;
        this.clock = clock;
    }

    /**
     * What became of it.
     *
     * @param isNew whether it was booked now, and not before in the same words
     */
    record Booked(TrainingBooking booking, boolean isNew) {}

    /**
     * Books, unless the same was booked before.
     *
     * @param some the seats that are wanted; empty for all
     * @param booker the subject that asks for it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 for a quote without training and for one of which
     *     something else is booked, 422 for a day to come, one on which the quote is not good, and seats that are not quoted
     */
    @Transactional
    Booked book(Quote quote, LocalDate bookedOn, Optional<List<SeatsOfLine>> some, String booker) {
        var all = BookedSeats.all(quote.terms);
        if (all.total() == 0) {
            throw Problems.conflict("NO_TRAINING_QUOTED", "The quote has no line of training.");
        }
        check(quote, bookedOn);
        var seats = some.map(asked -> BookedSeats.some(quote.terms, asked)).orElse(all);
        // Who books at the same time waits here, and finds the booking.
        quote.lock();
        var before = TrainingBooking.<TrainingBooking>findByIdOptional(quote.id);
        if (before.isPresent()) {
            return new Booked(same(before.get(), quote, seats, bookedOn), false);
        }
        var booking = TrainingBooking.of(quote, seats, bookedOn, clock.instant(), booker);
        booking.persist();
        noteUsage.note(use(quote, seats, bookedOn));
        return new Booked(booking, true);
    }

    /** What a booking of the quote is in the ledger. */
    static Use.Key useOf(Quote quote) {
        return new Use.Key(quote.partnerId, QuotedKind.TRAINING.benefit(), quote.id);
    }

    private static TrainingBooking same(TrainingBooking before, Quote quote, BookedSeats seats, LocalDate bookedOn) {
        var booked = before.seatsOf(quote);
        if (before.bookedOn.equals(bookedOn) && booked.equals(seats)) {
            return before;
        }
        throw Problems.conflict(
                "BOOKED_BEFORE",
                "The training was booked before, " + booked.total() + " seats for " + before.bookedOn
                        + ": cancel that first.");
    }

    private void check(Quote quote, LocalDate bookedOn) {
        var today = programDay.today();
        if (bookedOn.isAfter(today)) {
            throw Problems.rule("/bookedOn", "IN_FUTURE", "must not be after today, " + today + ".");
        }
        if (bookedOn.isBefore(quote.issuedOn) || bookedOn.isAfter(quote.validUntil)) {
            throw Problems.rule(
                    "/bookedOn",
                    "QUOTE_NOT_VALID_THEN",
                    "must be from " + quote.issuedOn + " to " + quote.validUntil + ", for which the quote is good.");
        }
    }

    private static Use use(Quote quote, BookedSeats seats, LocalDate bookedOn) {
        var amounts = seats.amounts();
        var program = quote.terms.entitlements().stream()
                .filter(used -> used.code().equals(QuotedKind.TRAINING.benefit()))
                .map(UsedEntitlement::program)
                .findFirst();
        return new Use(
                quote.partnerId,
                QuotedKind.TRAINING.benefit(),
                quote.id,
                bookedOn,
                program.orElse(null),
                seats.total(),
                Optional.of(new UsedAmounts(
                        amounts.list().currency(),
                        amounts.list().amount(),
                        amounts.discount().amount(),
                        amounts.net().amount(),
                        BigDecimal.ZERO)));
    }
}
