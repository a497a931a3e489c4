package com.vsoxp.alliance.benefits.training;

import com.vsoxp.alliance.benefits.money.Amounts;
import com.vsoxp.alliance.benefits.quote.QuoteLine;
import com.vsoxp.alliance.benefits.quote.QuoteTerms;
import com.vsoxp.alliance.benefits.quote.QuotedKind;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * So many seats of each line of a quote, at the quote's prices. Part of a line costs what a quote of that part would have: list,
 * then the percent of it, rounded half to even.
 *
 * @param lines the quote's
 * @param seats of each of them, in that order; 0 for a line that is no training
 */
record BookedSeats(List<QuoteLine> lines, List<Integer> seats) {

    /** All the training that is quoted. */
    static BookedSeats all(QuoteTerms quoted) {
        return new BookedSeats(
                quoted.lines(),
                quoted.lines().stream().map(BookedSeats::seatsOf).toList());
    }

    /**
     * Some of it.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 422 naming every line that is no training, is named twice or
     *     has fewer seats
     */
    static BookedSeats some(QuoteTerms quoted, List<SeatsOfLine> asked) {
        var lines = quoted.lines();
        var seats = new ArrayList<Integer>(lines.stream().map(_ -> 0).toList());
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < asked.size(); i++) {
            int line = asked.get(i).line();
            int wanted = asked.get(i).seats();
            int quotedSeats = line < lines.size() ? seatsOf(lines.get(line)) : 0;
            if (quotedSeats == 0) {
                errors.add(new FieldError(
                        "/seats/" + i + "/line", "NO_TRAINING_LINE", "must be the place of a line of training."));
            } else if (seats.get(line) > 0) {
                errors.add(new FieldError("/seats/" + i + "/line", "LINE_NAMED_TWICE", "must not be named before."));
            } else if (wanted > quotedSeats) {
                errors.add(new FieldError(
                        "/seats/" + i + "/seats", "MORE_THAN_QUOTED", "must be " + quotedSeats + " at most."));
            } else {
                seats.set(line, wanted);
            }
        }
        if (!errors.isEmpty()) {
            throw Problems.rule(errors);
        }
        return new BookedSeats(lines, List.copyOf(seats));
    }

    /** How many there are. */
    int total() {
        return seats.stream().mapToInt(Integer::intValue).sum();
    }

    /** What they come to. */
    Amounts amounts() {
        return IntStream.range(0, lines.size())
                .filter(line -> seats.get(line) > 0)
                .mapToObj(line -> lines.get(line).amountsOf(seats.get(line)))
                .reduce(Amounts.none(lines.getFirst().list().currency()), Amounts::plus);
    }

    private static int seatsOf(QuoteLine line) {
        return line.kind() == QuotedKind.TRAINING ? line.quantity() : 0;
    }
}
