package com.vsoxp.alliance.directory.cache.hot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.directory.cache.PublicCacheConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HotAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final Freshness freshness = new Freshness(Clock.fixed(NOW, ZoneOffset.UTC));
    private final HotAnswers answers = new HotAnswers(new Config(), freshness, new SimpleMeterRegistry());
    private final HotAnswer before = answer("before");
    private final HotAnswer after = answer("after");

    /** As it is unless told. */
    private record Config() implements PublicCacheConfig {

        @Override
        public Duration maxAge() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration staleWhileRevalidate() {
            return Duration.ofMinutes(5);
        }

        @Override
        public MemorySize memory() {
            return new MemorySize(BigInteger.valueOf(1 << 20));
        }

        @Override
        public Duration longestWait() {
            return Duration.ofSeconds(2);
        }
    }

    @BeforeEach
    void hear() {
        freshness.hear();
    }

    @Test
    void anAnswerIsGivenUntilWhatItShowsChanges() {
        answers.keep("one", before, freshness.ofListing("a"), false);
        freshness.changed("b", NOW);
        assertThat(answers.find("one", NOW)).isSameAs(before);
        freshness.changed("a", NOW);
        assertThat(answers.find("one", NOW)).isNull();
    }

    @Test
    void anAnswerThatWasBegunBeforeAChangeIsNotTakenForOneOfAfterIt() {
        var stamp = freshness.ofListing("a");
        freshness.changed("a", NOW);
        answers.keep("one", before, stamp, false);

        assertThat(answers.find("one", NOW)).isNull();
        assertThat(answers.findFresh("one", NOW)).isEmpty();
    }

    @Test
    void aSpoiltAnswerOfManyIsMadeAnewByOneWhileTheOthersHaveTheOld() {
        answers.keep("many", before, freshness.ofDirectory(), true);
        freshness.changed("a", NOW);

        assertThat(answers.find("many", NOW)).as("for who makes it").isNull();
        assertThat(answers.find("many", NOW)).as("for others").isSameAs(before);
        assertThat(answers.findFresh("many", NOW)).isEmpty();
        answers.keep("many", after, freshness.ofDirectory(), true);
        assertThat(answers.find("many", NOW)).isSameAs(after);
    }

    @Test
    void whatWouldDriveOutHundredsIsNotKept() {
        var large = HotAnswer.of(Map.of(), Map.of(), new byte[(1 << 20) + 1], "\"large\"", NOW, Duration.ZERO);
        answers.keep("large", large, freshness.ofDirectory(), true);

        assertThat(answers.find("large", NOW)).isNull();
        assertThat(large.body(false).length()).isEqualTo((1 << 20) + 1);
    }

    @Test
    void whereChangesAreNotHeardOfNothingIsGiven() {
        var deaf = new Freshness(Clock.fixed(NOW, ZoneOffset.UTC));
        var deafAnswers = new HotAnswers(new Config(), deaf, new SimpleMeterRegistry());
        deafAnswers.keep("one", before, deaf.ofListing("a"), false);

        assertThat(deafAnswers.find("one", NOW)).isNull();
    }

    @Test
    void aVersionOfTheProgramThatBeginsSpoilsWhatWasMadeBefore() {
        freshness.programsBegin(new long[] {NOW.plusSeconds(60).toEpochMilli()});
        answers.keep("one", before, freshness.ofListing("a"), false);

        assertThat(answers.find("one", NOW.plusSeconds(59))).isSameAs(before);
        assertThat(answers.find("one", NOW.plusSeconds(60))).isNull();
    }

    private static HotAnswer answer(String text) {
        return HotAnswer.of(Map.of(), Map.of(), text.getBytes(UTF_8), '"' + text + '"', NOW, Duration.ZERO);
    }
}
