package com.vsoxp.alliance.benefits.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.sale.DiscountCheck.Quoted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountCheckTest {

    @ParameterizedTest
    @CsvSource({
        "100.00, 25, 25.00",
        "0.01, 25, 0.01",
        "99.99, 33, 33.00",
        "10, 25, 3",
        "1.001, 33, 0.331",
        "5.00, 0, 0.00"
    })
    void withoutAQuoteTheEntitlementIsDueRoundedUp(BigDecimal list, BigDecimal percent, BigDecimal due) {
        assertThat(DiscountCheck.due(list, percent, Optional.empty())).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // What the quote says, to the last cent, whatever the entitlement of the day.
        "1000.00, 0, 0, 333.33",
        // Part of it in proportion.
        "500.00, 0, 0, 166.67",
        // What is beyond the quote gets the entitlement of the day.
        "1500.00, 25, 0, 458.33",
        // What other sales have used of it is gone.
        "1000.00, 25, 600, 283.34",
        "1000.00, 25, 1000, 250.00",
        "1000.00, 25, 2000, 250.00",
        // 166.661... and 125.0075 are rounded up together, not each.
        "1000.02, 25, 500.01, 291.67",
    })
    void aQuoteHoldsAsFarAsItGoes(BigDecimal list, BigDecimal percent, BigDecimal used, BigDecimal due) {
        var quote = new Quoted(new BigDecimal("1000.00"), new BigDecimal("333.33"), used, list);

        assertThat(DiscountCheck.due(list, percent, Optional.of(quote))).isEqualTo(due);
    }

    @Test
    void aQuoteOfNothingGivesNothing() {
        var quote = new Quoted(new BigDecimal("0.00"), new BigDecimal("0.00"), BigDecimal.ZERO, BigDecimal.TEN);

        assertThat(DiscountCheck.due(new BigDecimal("10.00"), BigDecimal.TEN, Optional.of(quote)))
                .isEqualTo(new BigDecimal("1.00"));
    }

    @ParameterizedTest
    @CsvSource({
        // Of 2,000.00 that were sold together the quote is good for the half, in proportion.
        "1200.00, 25, 2000.00, 0, 350.00",
        "800.00, 25, 2000.00, 0, 233.34",
        "1200.00, 25, 2000.00, 500, 325.00",
        // The quote is good for all of the sale.
        "600.00, 25, 1000.00, 0, 200.00",
        "300.00, 0, 1000.00, 400, 60.00",
    })
    void partsOfASharedSaleShareTheQuote(
            BigDecimal list, BigDecimal percent, BigDecimal whole, BigDecimal used, BigDecimal due) {
        var quote = new Quoted(new BigDecimal("1000.00"), new BigDecimal("333.33"), used, whole);

        assertThat(DiscountCheck.due(list, percent, Optional.of(quote))).isEqualTo(due);
    }

    @Property
    void theyNeverDrawOnMoreThanIsLeft(
            @ForAll("cents") BigDecimal quoted,
            @ForAll("cents") BigDecimal used,
            @ForAll @Size(min = 1, max = 5) List<@From("cents") BigDecimal> parts) {
        var whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var quote = new Quoted(quoted, quoted, used, whole);
        var left = quoted.subtract(used).max(BigDecimal.ZERO);

        var drawn = parts.stream().map(quote::goodFor).toList();

        assertThat(drawn).allMatch(part -> part.signum() >= 0);
        var sum = drawn.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isLessThanOrEqualTo(left);
        // All of it, but for a cent of each.
        assertThat(sum).isGreaterThan(left.min(whole).subtract(BigDecimal.valueOf(parts.size(), 2)));
    }

    @Property
    void neverMoreIsDueThanTheList(@ForAll("cents") BigDecimal list, @ForAll @IntRange(max = 100) int percent) {
        assertThat(DiscountCheck.due(list, BigDecimal.valueOf(percent), Optional.empty()))
                .isBetween(BigDecimal.ZERO, list);
    }

    @ParameterizedTest
    @CsvSource({"20.00, 1, 3, 6.66", "20.00, 2, 3, 13.33", "10, 1, 4, 2", "0.01, 1, 2, 0.00"})
    void aPartIsRoundedDown(BigDecimal amount, int left, int whole, BigDecimal part) {
        assertThat(DiscountCheck.partOf(amount, left, whole)).isEqualTo(part);
    }

    @Property
    void whatIsLeftFallsToNothing(
            @ForAll("cents") BigDecimal amount, @ForAll @IntRange(min = 1, max = 1000) int whole) {
        var before = amount;
        for (int left = whole; left >= 0; left -= 1 + whole / 7) {
            var part = DiscountCheck.partOf(amount, left, whole);
            assertThat(part).isBetween(BigDecimal.ZERO, before);
            before = part;
        }
        assertThat(DiscountCheck.partOf(amount, 0, whole)).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(DiscountCheck.partOf(amount, whole, whole)).isEqualTo(amount);
    }

    @Provide
    static Arbitrary<BigDecimal> cents() {
        return Arbitraries.longs().between(0, 100_000_000_000_000L).map(cents -> BigDecimal.valueOf(cents, 2));
    }
}
