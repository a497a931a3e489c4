package com.vsoxp.alliance.benefits.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.benefits.money.Amounts;
import com.vsoxp.alliance.benefits.quote.QuoteLine;
import com.vsoxp.alliance.benefits.quote.QuoteTerms;
import com.vsoxp.alliance.benefits.quote.QuotedKind;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BookedSeatsTest {

    private static final QuoteTerms QUOTED = quoted(
            line(QuotedKind.TRAINING, 5, "99.99"),
            line(QuotedKind.LICENSE, 7, "10.00"),
            line(QuotedKind.TRAINING, 3, "0.03"));

    @Test
    void allIsAllTheTrainingThatIsQuoted() {
        var all = BookedSeats.all(QUOTED);

        assertThat(all.seats()).containsExactly(5, 0, 3);
        assertThat(all.total()).isEqualTo(8);
        assertThat(all.amounts()).isEqualTo(QUOTED.totalOf(QuotedKind.TRAINING));
    }

    @Test
    void someOfEachLineMayBeNamedUpToItsLast() {
        var some = BookedSeats.some(QUOTED, List.of(new SeatsOfLine(2, 3), new SeatsOfLine(0, 1)));

        assertThat(some.seats()).containsExactly(1, 0, 3);
        assertThat(some.amounts().net()).isEqualTo(Money.of("50.04", "USD"));
    }

    @Test
    void whatIsNotQuotedIsNotBooked() {
        var asked = List.of(
                new SeatsOfLine(1, 1),
                new SeatsOfLine(2, 4),
                new SeatsOfLine(3, 1),
                new SeatsOfLine(0, 2),
                new SeatsOfLine(0, 2));

        assertThatThrownBy(() -> BookedSeats.some(QUOTED, asked))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.errors())
                        .extracting("pointer")
                        .containsExactly("/seats/0/line", "/seats/1/seats", "/seats/2/line", "/seats/4/line"));
    }

    @Property
    void fewerSeatsNeverCostMoreNorAreDiscountedMore(@ForAll("quotes") QuoteTerms quoted, @ForAll long seed) {
        var all = BookedSeats.all(quoted);
        var fewer = new ArrayList<SeatsOfLine>();
        for (int line = 0; line < quoted.lines().size(); line++) {
            int seats = (int) Math.floorMod(seed + line, all.seats().get(line) + 1L);
            if (seats > 0) {
                fewer.add(new SeatsOfLine(line, seats));
            }
        }

        var some = BookedSeats.some(quoted, fewer);

        assertThat(some.total()).isLessThanOrEqualTo(all.total());
        assertThat(some.amounts().list().amount())
                .isLessThanOrEqualTo(all.amounts().list().amount());
        assertThat(some.amounts().discount().amount())
                .isLessThanOrEqualTo(all.amounts().discount().amount());
        assertThat(some.amounts().list().amount())
                .isEqualTo(some.amounts()
                        .discount()
                        .amount()
                        .add(some.amounts().net().amount()));
    }

    @Provide
    static Arbitrary<QuoteTerms> quotes() {
        return Combinators.combine(
                        Arbitraries.of(QuotedKind.class),
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.longs().between(0, 1_000_000L))
                .as((kind, quantity, cents) ->
                        line(kind, quantity, BigDecimal.valueOf(cents, 2).toPlainString()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(lines -> new QuoteTerms(List.of(), lines));
    }

    private static QuoteTerms quoted(QuoteLine... lines) {
        return new QuoteTerms(List.of(), List.of(lines));
    }

    private static QuoteLine line(QuotedKind kind, int quantity, String unit) {
        var percent = new BigDecimal("50");
        var price = Money.of(unit, "USD");
        var list = Money.rounded(price.amount().multiply(BigDecimal.valueOf(quantity)), price.currency());
        var amounts = Amounts.discounted(list, percent);
        return new QuoteLine(kind, "SKU", quantity, price, percent, amounts.list(), amounts.discount(), amounts.net());
    }
}
