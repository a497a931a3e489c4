package com.vsoxp.alliance.local.demo.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotTest {

    private static final Year YEAR = new Year(LocalDate.of(2026, 11, 23));

    @Test
    void aboutFortyPartnersSellSeveralHundredTimesAndEveryFateIsPlayed() {
        List<CastMember> cast = CastMember.all();

        assertThat(cast).hasSize(40).extracting(CastMember::key).doesNotHaveDuplicates();
        assertThat(cast).extracting(CastMember::fate).contains(Fate.values());
        assertThat(cast.stream().flatMap(PlotTest::acts).filter(Act.Sell.class::isInstance))
                .hasSizeBetween(300, 900);
    }

    @ParameterizedTest
    @MethodSource("com.vsoxp.alliance.local.demo.plot.CastMember#all")
    void theSamePartnerHasTheSameYear(CastMember member) {
        assertThat(Plot.of(member, YEAR)).isEqualTo(Plot.of(member, YEAR));
    }

    @ParameterizedTest
    @MethodSource("com.vsoxp.alliance.local.demo.plot.CastMember#all")
    void nothingHappensBeforeThePartnerIsKnownOrAfterToday(CastMember member) {
        List<Scene> scenes = Plot.of(member, YEAR);

        assertThat(scenes.getFirst()).isEqualTo(new Scene(member.joins(), new Act.Register()));
        assertThat(scenes).isSortedAccordingTo(Comparator.comparing(Scene::month));
        assertThat(scenes).allMatch(scene -> scene.month() <= Year.MONTHS);
    }

    @ParameterizedTest
    @MethodSource("com.vsoxp.alliance.local.demo.plot.CastMember#all")
    void whatIsSoldIsSoldNoLaterThanItIsTold(CastMember member) {
        assertThat(Plot.of(member, YEAR))
                .allMatch(scene -> !(scene.act() instanceof Act.Sell sale)
                        || !sale.soldOn().isAfter(YEAR.after(scene.month())));
    }

    @Test
    void aFounderSellsWhatAPremierMustInTheYearThatEndsToday() {
        CastMember.all().stream()
                .filter(member -> member.fate() == Fate.FOUNDER)
                .forEach(founder -> assertThat(licensesSince(founder, YEAR.end().minusYears(1)))
                        .as(founder.name())
                        .isGreaterThanOrEqualTo(15));
    }

    @Test
    void theSalesOfTheFadingOnesHaveLeftTheWindowToday() {
        CastMember.all().stream()
                .filter(member -> member.fate() == Fate.FADING_SALES)
                .forEach(fading -> assertThat(licensesSince(fading, YEAR.end().minusYears(1)))
                        .as(fading.name())
                        .isLessThan(15));
    }

    @Test
    void theYearHas365DaysAndEndsToday() {
        assertThat(YEAR.after(0)).isEqualTo(LocalDate.of(2025, 11, 23));
        assertThat(YEAR.after(Year.MONTHS)).isEqualTo(YEAR.end());
    }

    private static int licensesSince(CastMember member, LocalDate day) {
        return acts(member)
                .filter(Act.Sell.class::isInstance)
                .map(Act.Sell.class::cast)
                .filter(sale -> sale.soldOn().isAfter(day))
                .mapToInt(Act.Sell::licenses)
                .sum();
    }

    private static Stream<Act> acts(CastMember member) {
        return Plot.of(member, YEAR).stream().map(Scene::act);
    }
}
