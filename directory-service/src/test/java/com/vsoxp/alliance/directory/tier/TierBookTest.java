package com.vsoxp.alliance.directory.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TierBookTest {

    private static final ProgramTiers TWO =
            version("2.0", "2004-01-01", "UTC", tier("RESELLER", 1), tier("PREMIER", 2));
    private static final ProgramTiers FOUR = version(
            "3.0",
            "2027-01-01",
            "UTC",
            tier("PLATINUM", 40),
            tier("REGISTERED", 10),
            tier("GOLD", 30, "PREMIER"),
            tier("SILVER", 20));
    private static final ProgramTiers ONE = version("4.0", "2028-01-01", "UTC", tier("DIAMOND", 7, "GOLD", "PLATINUM"));

    @Test
    void aVersionIsInForceFromItsFirstDayInItsOwnTimeZone() {
        ProgramTiers inTokyo = version("2.5", "2026-06-01", "Asia/Tokyo", tier("PREMIER", 1));
        assertThat(at("2026-05-31T14:59:59Z", TWO, inTokyo).inForce()).isEqualTo(TWO);
        assertThat(at("2026-05-31T15:00:00Z", inTokyo, TWO).inForce()).isEqualTo(inTokyo);
        assertThatIllegalStateException().isThrownBy(() -> at("2003-12-31T23:59:59Z", TWO));
    }

    @Test
    void ofTwoWithTheSameFirstDayTheOnePublishedLaterIsInForce() {
        ProgramTiers corrected = new ProgramTiers(
                "3.1", FOUR.effectiveFrom(), FOUR.timeZone(), FOUR.publishedAt().plusSeconds(1), FOUR.tiers());
        assertThat(at("2027-02-01T00:00:00Z", corrected, FOUR).inForce()).isEqualTo(corrected);
        assertThat(at("2027-02-01T00:00:00Z", FOUR, corrected).inForce()).isEqualTo(corrected);
    }

    @Test
    void theHighestTierComesFirst() {
        TierBook book = at("2027-01-01T00:00:00Z", FOUR, TWO);
        assertThat(places(book, "PLATINUM", "GOLD", "SILVER", "REGISTERED")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aTierOfAnEarlierVersionStandsWithItsHeirOrAfterAllOthers() {
        TierBook book = at("2027-01-01T00:00:00Z", TWO, FOUR, ONE);
        assertThat(places(book, "PREMIER", "RESELLER", "UNHEARD_OF", "DIAMOND")).containsExactly(1, 4, 4, 4);
    }

    @Test
    void heirsAreFollowedThroughAllVersions() {
        TierBook book = at("2028-01-01T00:00:00Z", ONE, TWO, FOUR);
        assertThat(places(book, "PREMIER", "GOLD", "PLATINUM", "SILVER", "RESELLER"))
                .containsExactly(0, 0, 0, 1, 1);
    }

    @Test
    void aTierThatComesAgainIsThatOfTheVersionInForce() {
        ProgramTiers again = version("5.0", "2029-01-01", "UTC", tier("PREMIER", 1), tier("DIAMOND", 2));
        assertThat(places(at("2029-01-01T00:00:00Z", TWO, FOUR, ONE, again), "PREMIER", "GOLD"))
                .containsExactly(1, 0);
    }

    @Test
    void aTierIsCalledAsInTheLatestVersionThatHasIt() {
        ProgramTiers renamed = version(
                "2.1", "2026-01-01", "UTC", new Tier("PREMIER", "Premier Plus", 2, null, List.of()), tier("BASIC", 1));
        TierBook book = at("2026-01-01T00:00:00Z", TWO, renamed, FOUR);
        assertThat(book.nameOf("PREMIER")).contains("Premier Plus");
        assertThat(book.nameOf("RESELLER")).contains("reseller");
        assertThat(book.nameOf("GOLD")).isEmpty();
    }

    private static Stream<Integer> places(TierBook book, String... tiers) {
        return Stream.of(tiers).map(book::placeOf);
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
