package com.vsoxp.alliance.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A moment is read as the JDK reads it, and what the JDK refuses is refused. */
class MomentsTest {

    @Property
    void whatIsWrittenIsReadAsItWas(@ForAll("moments") Instant moment) {
        assertThat(Moments.parse(moment.toString())).isEqualTo(moment);
    }

    @Property
    void aTextWithAnotherCharacterInItIsReadOrRefusedAsTheJdkDoes(
            @ForAll("moments") Instant moment,
            @ForAll("characters") char other,
            @ForAll @IntRange(max = 29) int place,
            @ForAll @IntRange(max = 1) int removed) {
        StringBuilder text = new StringBuilder(moment.toString());
        int at = Math.min(place, text.length());
        text.replace(at, Math.min(text.length(), at + removed), String.valueOf(other));

        assertThat(read(text, Moments::parse)).as(text.toString()).isEqualTo(read(text, Instant::parse));
    }

    private static Optional<Instant> read(CharSequence text, Function<String, Instant> reader) {
        try {
            return Optional.of(reader.apply(text.toString()));
        } catch (DateTimeException refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(-62_200_000_000L, 253_500_000_000L);
        Arbitrary<Integer> nanos = Arbitraries.of(1, 1_000, 1_000_000).flatMap(unit -> Arbitraries.integers()
                .between(0, 1_000_000_000 / unit - 1)
                .map(units -> units * unit));
        return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Character> characters() {
        return Arbitraries.of(
                "0123456789-+:.,TtZz \u0664é".chars().mapToObj(c -> (char) c).toList());
    }
}
