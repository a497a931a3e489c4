package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.quote.Quote;
import com.vsoxp.alliance.benefits.quote.QuoteLine;
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
import java.util.Optional;

/** Books the training of a quote, and notes its use in the ledger. */
@UseCase
public class BookTraining {

    private final NoteUsage noteUsage;
    private final Clock clock;

    BookTraining(NoteUsage noteUsage, Clock clock) {
        this.noteUsage = noteUsage;
        this.clock = clock;
    }

    /**
     * Books all the training that is quoted; a booking that was made before for the same day is given again.
     *
     * @param booker the subject that asks for it
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 for a quote without training and for one whose training
     *     was booked for another day, 422 for a day to come or one on which the quote is not good
     */
    @Transactional
    public TrainingBooking book(Quote quote, LocalDate bookedOn, String booker) {
        var seats = seatsOf(quote);
        if (seats == 0) {
            throw Problems.conflict("NO_TRAINING_QUOTED", "The quote has no line of training.");
        }
        check(quote, bookedOn);
        // Who books at the same time waits here, and finds the booking.
        quote.lock();
        var before = TrainingBooking.<TrainingBooking>findByIdOptional(quote.id);
        if (before.isPresent()) {
            if (before.get().bookedOn.equals(bookedOn)) {
                return before.get();
            }
            throw Problems.conflict(
                    "BOOKED_BEFORE", "The training was booked before, for " + before.get().bookedOn + ".");
        }
        var booking = TrainingBooking.of(quote, bookedOn, clock.instant(), booker);
        booking.persist();
        noteUsage.note(use(quote, bookedOn, seats));
        return booking;
    }

    private void check(Quote quote, LocalDate bookedOn) {
        var today = LocalDate.now(clock);
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

    private static int seatsOf(Quote quote) {
        return quote.terms.lines().stream()
                .filter(line -> line.kind() == QuotedKind.TRAINING)
                .mapToInt(QuoteLine::quantity)
                .sum();
    }

    private static Use use(Quote quote, LocalDate bookedOn, int seats) {
        var amounts = quote.terms.totalOf(QuotedKind.TRAINING);
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
                seats,
                Optional.of(new UsedAmounts(
                        amounts.list().currency(),
                        amounts.list().amount(),
                        amounts.discount().amount(),
                        amounts.net().amount(),
                        BigDecimal.ZERO)));
    }
}
