package com.vsoxp.alliance.partner.sale.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class ApportionmentTest {

    @Example
    void tenLicensesAreSixAndFour() {
        assertThat(new Apportionment(List.of(60, 40)).of(10)).containsExactly(6, 4);
    }

    @Example
    void ofTwoEqualSharesTheFirstGetsTheOddLicense() {
        assertThat(new Apportionment(List.of(50, 50)).of(7)).containsExactly(4, 3);
    }

    @Example
    void whatThePercentagesLeaveBelongsToNobody() {
        assertThat(new Apportionment(List.of(20, 20)).of(10)).containsExactly(2, 2);
        assertThat(new Apportionment(List.of(20)).of(1)).containsExactly(0);
    }

    @Example
    void moreThanAllCannotBeDealtOut() {
        assertThatThrownBy(() -> new Apportionment(List.of(60, 41))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Apportionment(List.of(0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void fullSharesAddUpToTheWhole(
            @ForAll("fullShares") List<Integer> percents, @ForAll @LongRange(max = 5_000) long whole) {
        assertThat(Arrays.stream(new Apportionment(percents).of(whole)).sum()).isEqualTo(whole);
    }

    @Property
    void nobodyGainsWhenTheWholeShrinks(
            @ForAll("fullShares") List<Integer> percents, @ForAll @LongRange(min = 1, max = 5_000) long whole) {
        Apportionment shares = new Apportionment(percents);
        long[] before = shares.of(whole);
        long[] after = shares.of(whole - 1);
        for (int i = 0; i < before.length; i++) {
            assertThat(after[i]).isLessThanOrEqualTo(before[i]);
        }
    }

    @Property
    void aFullHundredIsDealtOutExactly(
            @ForAll("fullShares") List<Integer> percents, @ForAll @LongRange(max = 50) long hundreds) {
        assertThat(new Apportionment(percents).of(hundreds * 100))
                .containsExactly(percents.stream()
                        .mapToLong(percent -> percent * hundreds)
                        .toArray());
    }

    /** Cuts of a hundred into one to ten parts. */
    @Provide
    Arbitrary<List<Integer>> fullShares() {
        return Arbitraries.integers().between(1, 99).set().ofMaxSize(9).map(cuts -> {
            List<Integer> percents = new ArrayList<>();
            int from = 0;
            for (int cut : cuts.stream().sorted().toList()) {
                percents.add(cut - from);
                from = cut;
            }
            percents.add(100 - from);
            return percents;
        });
    }
}
