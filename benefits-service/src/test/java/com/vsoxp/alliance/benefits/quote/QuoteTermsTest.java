package com.vsoxp.alliance.benefits.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class QuoteTermsTest {

    private static final Map<QuotedKind, UsedEntitlement> PREMIER = Map.of(
            QuotedKind.LICENSE, used("LICENSE_DISCOUNT", "33"), QuotedKind.TRAINING, used("TRAINING_DISCOUNT", "50"));

    @Property
    void theLinesAddUpToTheTotals(@ForAll("asked") List<QuoteRequest.Line> asked) {
        var terms = QuoteTerms.of(asked, PREMIER);
        var totals = terms.totals();

        assertThat(totals.list().amount())
                .isEqualTo(sum(terms.lines().stream().map(QuoteLine::list).toList()));
        assertThat(totals.discount().amount())
                .isEqualTo(sum(terms.lines().stream().map(QuoteLine::discount).toList()));
        assertThat(totals.net().amount())
                .isEqualTo(sum(terms.lines().stream().map(QuoteLine::net).toList()));
        assertThat(totals).isEqualTo(terms.totalOf(QuotedKind.LICENSE).plus(terms.totalOf(QuotedKind.TRAINING)));
    }

    @Property
    void whatIsKeptIsReadBack(@ForAll("asked") List<QuoteRequest.Line> asked) {
        var terms = QuoteTerms.of(asked, PREMIER);
        var column = new TermsColumn();

        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(terms)))
                .isEqualTo(terms);
    }

    @Test
    void eachLineIsRoundedForItself() {
        var terms = QuoteTerms.of(
                List.of(line(QuotedKind.LICENSE, 1, "0.10"), line(QuotedKind.LICENSE, 1, "0.10")),
                Map.of(QuotedKind.LICENSE, used("LICENSE_DISCOUNT", "25")));

        // 0.025 is 0.02 to the even cent, so two of them are 0.04: the total is what the lines say, not 0.05.
        assertThat(terms.totals().discount()).isEqualTo(Money.of("0.04", "USD"));
    }

    @Test
    void onlyTheEntitlementsThatWereUsedAreNamed() {
        assertThat(QuoteTerms.of(List.of(line(QuotedKind.TRAINING, 1, "10.00")), PREMIER)
                        .entitlements())
                .extracting(UsedEntitlement::code)
                .containsExactly("TRAINING_DISCOUNT");
    }

    @Provide
    static Arbitrary<List<QuoteRequest.Line>> asked() {
        return Arbitraries.of("JPY", "USD", "KWD", "CLF").flatMap(currency -> lines(Currency.getInstance(currency)));
    }

    /** Of one currency, as a quote is, with prices down to its smallest unit. */
    private static Arbitrary<List<QuoteRequest.Line>> lines(Currency currency) {
        return Combinators.combine(
                        Arbitraries.of(QuotedKind.class),
                        Arbitraries.integers().between(1, 1_000_000),
                        Arbitraries.longs().between(0, 1_000_000_00L))
                .as((kind, quantity, units) -> new QuoteRequest.Line(
                        kind,
                        "SKU",
                        quantity,
                        new Money(BigDecimal.valueOf(units, currency.getDefaultFractionDigits()), currency)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static QuoteRequest.Line line(QuotedKind kind, int quantity, String dollars) {
        return new QuoteRequest.Line(kind, "SKU", quantity, Money.of(dollars, "USD"));
    }

    private static UsedEntitlement used(String code, String percent) {
        return new UsedEntitlement(code, new BigDecimal(percent), "2.0", "PREMIER");
    }

    private static BigDecimal sum(List<Money> some) {
        return some.stream().map(Money::amount).reduce(BigDecimal::add).orElseThrow();
    }
}
