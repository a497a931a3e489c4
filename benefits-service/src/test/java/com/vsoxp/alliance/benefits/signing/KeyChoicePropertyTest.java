package com.vsoxp.alliance.benefits.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.signing.KeyChoice.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class KeyChoicePropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration AHEAD = Duration.ofHours(1);

    @Property
    void aKeyThatIsTooNewSignsOnlyIfAllAre(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 180) Integer> ages) {
        var keys = published(ages);

        var chosen = ages.get(Integer.parseInt(KeyChoice.of(keys, NOW, AHEAD)));

        assertThat(chosen >= 60).isEqualTo(ages.stream().anyMatch(age -> age >= 60));
    }

    @Property
    void noOlderKeySignsWhileANewerOneMay(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 60, max = 180) Integer> ages) {
        var chosen = ages.get(Integer.parseInt(KeyChoice.of(published(ages), NOW, AHEAD)));

        assertThat(ages).allMatch(age -> age >= chosen);
    }

    @Property
    void allReplicasChooseTheSame(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 180) Integer> ages) {
        var keys = published(ages);

        assertThat(KeyChoice.of(keys.reversed(), NOW, AHEAD)).isEqualTo(KeyChoice.of(keys, NOW, AHEAD));
    }

    /** Keys named by their place, published so many minutes ago. */
    private static List<Candidate> published(List<Integer> ages) {
        return IntStream.range(0, ages.size())
                .mapToObj(i -> new Candidate(String.valueOf(i), NOW.minus(Duration.ofMinutes(ages.get(i)))))
                .toList();
    }
}
