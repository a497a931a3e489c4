package com.vsoxp.alliance.partner.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TierBookTest {

    private static final Set<String> PREMIER = Set.of("PREMIER");

    private static final ProgramTiers TWO =
            version("2.0", "2004-01-01", "UTC", tier("RESELLER", 1), tier("PREMIER", 2));
    private static final ProgramTiers FOUR = version(
            "3.0",
            "2027-01-01",
            "UTC",
            tier("PLATINUM", 40),
            tier("REGISTERED", 10),
            tier("GOLD", 30, "PREMIER"),
            tier("SILVER", 20, "RESELLER"));

    @Test
    void aVersionIsInForceFromItsFirstDayInItsOwnTimeZone() {
        ProgramTiers inTokyo = version("2.5", "2026-06-01", "Asia/Tokyo", tier("PREMIER", 1));
        assertThat(at("2026-05-31T14:59:59Z", TWO, inTokyo).inForce()).isEqualTo(TWO);
        assertThat(at("2026-05-31T15:00:00Z", TWO, inTokyo).inForce()).isEqualTo(inTokyo);
    }

    @Test
    void ofTwoWithTheSameFirstDayTheOnePublishedLaterIsInForce() {
        ProgramTiers corrected = new ProgramTiers(
                "3.1", FOUR.effectiveFrom(), FOUR.timeZone(), FOUR.publishedAt().plusSeconds(1), FOUR.tiers());
        assertThat(at("2027-02-01T00:00:00Z", corrected, FOUR).inForce()).isEqualTo(corrected);
        assertThat(at("2027-02-01T00:00:00Z", FOUR, corrected).inForce()).isEqualTo(corrected);
    }

    @Test
    void beforeTheFirstVersionNoneIsInForce() {
        assertThatIllegalStateException()
                .isThrownBy(() -> at("2003-12-31T23:59:59Z", TWO, FOUR).inForce());
    }

    @Test
    void tiersStandFromTheLowestToTheHighest() {
        assertThat(FOUR.tiers()).extracting(Tier::code).containsExactly("REGISTERED", "SILVER", "GOLD", "PLATINUM");
    }

    @Test
    void aTierThatTheVersionInForceHasNoMoreIsFoundInTheLatestThatHadIt() {
        TierBook book = at("2027-01-01T00:00:00Z", TWO, FOUR);
        assertThat(book.inForce().tier("PREMIER")).isEmpty();
        assertThat(book.latestWith("PREMIER")).contains(TWO);
        assertThat(book.latestWith("GOLD")).contains(FOUR);
        assertThat(at("2026-12-31T23:59:59Z", TWO, FOUR).latestWith("GOLD")).isEmpty();
    }

    @Test
    void aTierReachesThoseThatItIsOrSucceedsOrRanksAbove() {
        TierBook book = at("2027-01-01T00:00:00Z", TWO, FOUR);
        assertThat(book.reaches("RESELLER", PREMIER)).isFalse();
        assertThat(book.reaches("PREMIER", PREMIER)).isTrue();
        assertThat(book.reaches("REGISTERED", PREMIER)).isFalse();
        assertThat(book.reaches("SILVER", PREMIER)).isFalse();
        assertThat(book.reaches("GOLD", PREMIER)).isTrue();
        assertThat(book.reaches("PLATINUM", PREMIER)).isTrue();
        assertThat(book.reaches("UNHEARD_OF", PREMIER)).isFalse();
    }

    @Property
    void theOrderInWhichVersionsBecomeKnownDoesNotMatter(@ForAll long seed, @ForAll byte days) {
        List<ProgramTiers> versions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            LocalDate first = LocalDate.of(2026, 1, 1).plusDays(i / 2 * 50L);
            versions.add(new ProgramTiers(
                    "v" + i, first, ZoneOffset.UTC, Instant.EPOCH.plusSeconds(i), List.of(tier("T" + i % 3, i))));
        }
        Instant now = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(86_400L * days);
        TierBook inOrder = TierBook.at(now, versions);
        List<ProgramTiers> shuffled = new ArrayList<>(versions);
        Collections.shuffle(shuffled, new Random(seed));
        TierBook anyOrder = TierBook.at(now, shuffled);

        assertThat(anyOrder.inForce()).isEqualTo(inOrder.inForce());
        for (String code : List.of("T0", "T1", "T2")) {
            assertThat(anyOrder.latestWith(code)).isEqualTo(inOrder.latestWith(code));
        }
    }

    private static TierBook at(String now, ProgramTiers... published) {
        return TierBook.at(Instant.parse(now), List.of(published));
    }

    private static ProgramTiers version(String version, String effectiveFrom, String zone, Tier... tiers) {
        return new ProgramTiers(
                version,
                LocalDate.parse(effectiveFrom),
                ZoneId.of(zone),
                Instant.parse("2003-01-01T00:00:00Z"),
                List.of(tiers));
    }

    private static Tier tier(String code, int rank, String... succeeds) {
        return new Tier(code, code.toLowerCase(Locale.ROOT), rank, null, List.of(succeeds));
    }
}
