package com.vsoxp.alliance.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code traceparent} is passed on if it is as W3C Trace Context wants it, and ignored if it is not. */
class TraceParentTest {

    private static final String GOOD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    /** As the recommendation defines it. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    @Test
    void aWellFormedOneIsPassedOnAsItIs() {
        assertThat(TraceParent.valid(GOOD)).contains(GOOD);
        assertThat(TraceParent.traceIdOf(GOOD)).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(TraceParent.of(TraceParent.toRemoteSpan(GOOD))).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
            })
    void aBrokenOneIsIgnored(String broken) {
        assertThat(TraceParent.valid(broken)).isEmpty();
    }

    @Property
    void oneWithAnotherCharacterInItIsTakenOnlyIfItStillHasTheForm(
            @ForAll @IntRange(max = 54) int place, @ForAll("characters") String other) {
        String changed = GOOD.substring(0, place) + other + GOOD.substring(place + 1);

        assertThat(TraceParent.valid(changed).isPresent())
                .isEqualTo(FORM.matcher(changed).matches());
    }

    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.of("0", "9", "a", "f", "g", "A", "F", "G", "-", "/", ":", "`", " ", "٤", "", "00");
    }
}
