package com.vsoxp.alliance.benefits.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsPropertyTest {

    @Property
    void discountAndNetAddUpToTheList(@ForAll("lists") Money list, @ForAll("percents") BigDecimal percent) {
        var amounts = Amounts.discounted(list, percent);

        assertThat(amounts.discount().amount().add(amounts.net().amount())).isEqualTo(list.amount());
    }

    @Property
    void nothingIsNegativeOrMoreThanTheList(@ForAll("lists") Money list, @ForAll("percents") BigDecimal percent) {
        var amounts = Amounts.discounted(list, percent);

        assertThat(amounts.discount().amount()).isBetween(BigDecimal.ZERO, list.amount());
        assertThat(amounts.net().amount()).isBetween(BigDecimal.ZERO, list.amount());
    }

    @Property
    void theDiscountIsNeverFurtherFromTheExactOneThanHalfOfTheSmallestUnit(
            @ForAll("lists") Money list, @ForAll("percents") BigDecimal percent) {
        var discount = Amounts.discounted(list, percent).discount();
        var exact = list.amount().multiply(percent).divide(new BigDecimal(100));
        var half = BigDecimal.valueOf(5, list.currency().getDefaultFractionDigits() + 1);

        assertThat(discount.amount().subtract(exact).abs()).isLessThanOrEqualTo(half);
        assertThat(discount.amount())
                .isEqualTo(exact.setScale(list.currency().getDefaultFractionDigits(), RoundingMode.HALF_EVEN));
    }

    @Property
    void theSumOfManyIsTheSumOfEachOfTheirParts(@ForAll("baskets") List<Amounts> basket) {
        var currency = basket.getFirst().list().currency();
        var total = basket.stream().reduce(Amounts.none(currency), Amounts::plus);

        assertThat(total.list().amount())
                .isEqualTo(total.discount().amount().add(total.net().amount()))
                .isEqualTo(basket.stream()
                        .map(one -> one.list().amount())
                        .reduce(total.list().amount().subtract(total.list().amount()), BigDecimal::add));
        assertThat(total.list().amount().scale()).isEqualTo(currency.getDefaultFractionDigits());
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 100.00, 33, 33.00, 67.00",
        "USD, 0.02, 25, 0.00, 0.02",
        "USD, 0.06, 25, 0.02, 0.04",
        "USD, 0.10, 25, 0.02, 0.08",
        "JPY, 99, 33, 33, 66",
        "JPY, 10, 25, 2, 8",
        "JPY, 30, 25, 8, 22",
        "KWD, 0.010, 25, 0.002, 0.008",
        "KWD, 1.001, 33, 0.330, 0.671",
        "USD, 0.00, 33, 0.00, 0.00",
        "USD, 10.00, 100, 10.00, 0.00",
        "USD, 19.99, 12.5, 2.50, 17.49",
    })
    void halfGoesToTheEvenUnitOfTheCurrency(String currency, String list, String percent, String discount, String net) {
        var amounts = Amounts.discounted(Money.of(list, currency), new BigDecimal(percent));

        assertThat(amounts.discount()).isEqualTo(Money.of(discount, currency));
        assertThat(amounts.net()).isEqualTo(Money.of(net, currency));
    }

    @Test
    void currenciesAreNotMixed() {
        var dollars = Amounts.none(Currency.getInstance("USD"));
        var yen = Amounts.none(Currency.getInstance("JPY"));

        assertThatThrownBy(() -> dollars.plus(yen)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1.00, USD, -0.01, USD, 1.01, USD",
        "1.00, USD, 0.20, USD, 0.70, USD",
        "100, JPY, 0.00, USD, 100, JPY",
        "100, JPY, 0, JPY, 100.00, USD",
    })
    void whatDoesNotAddUpInOneCurrencyIsNoAmounts(
            String list, String in, String discount, String discountIn, String net, String netIn) {
        assertThatThrownBy(() -> new Amounts(Money.of(list, in), Money.of(discount, discountIn), Money.of(net, netIn)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanTheListIsNotGivenOff() {
        assertThatThrownBy(
                        () -> new Amounts(Money.of("1.00", "USD"), Money.of("1.01", "USD"), Money.of("-0.01", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    static Arbitrary<Money> lists() {
        return currencies().flatMap(AmountsPropertyTest::listsIn);
    }

    @Provide
    static Arbitrary<BigDecimal> percents() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal(100))
                .ofScale(2);
    }

    @Provide
    static Arbitrary<List<Amounts>> baskets() {
        return currencies().flatMap(currency -> Combinators.combine(listsIn(currency), percents())
                .as(Amounts::discounted)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20));
    }

    /** All that there are but those without a smallest unit, such as gold: scales of 0, 2, 3 and 4. */
    private static Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList());
    }

    private static Arbitrary<Money> listsIn(Currency currency) {
        return Arbitraries.bigIntegers()
                .between(BigInteger.ZERO, BigInteger.TEN.pow(15))
                .map(units -> new Money(new BigDecimal(units, currency.getDefaultFractionDigits()), currency));
    }
}
