package com.vsoxp.alliance.eligibility.standing;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.standing.StandingRow.Difference;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import com.vsoxp.alliance.eligibility.standing.rules.Warnings.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class KeepStandingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Inject
    KeepStandings keepStandings;

    private final UUID partner = Ids.next();
    private final Set<UUID> kept = new HashSet<>();

    /** They are of nobody that is known, which others who list standings would stumble over. */
    @AfterEach
    void forget() {
        QuarkusTransaction.requiringNew().run(() -> keepStandings.forget(kept));
    }

    static Stream<Consumer<StandingRow>> changes() {
        return Stream.of(
                row -> row.enrollmentId = Ids.next(),
                row -> row.programVersion = "3.0",
                row -> row.become(
                        new Standing(Standing.Status.AT_RISK, "PREMIER", null, DAY, DAY.plusDays(9), List.of("FEE"))),
                row -> row.become(new Standing(Standing.Status.GOOD, "RESELLER", "PREMIER", DAY, null, List.of())),
                row -> row.nextTransitionOn = DAY.plusDays(1),
                row -> row.losesOn = DAY.plusDays(2),
                row -> row.losesOn = null,
                row -> row.fallsTo = "RESELLER",
                row -> row.nextNoticeOn = DAY.plusDays(3),
                row -> row.remember(Optional.of(new Told(DAY.plusDays(4), DAY))),
                row -> row.indeterminate = List.of("FEE", "LICENSE_SALES"),
                row -> row.programsKnown = 7);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whateverChangesOfAStandingIsKept(Consumer<StandingRow> change) {
        keep(first());
        StandingRow row = read();
        change.accept(row);
        keep(row);

        assertThat(read().values()).isEqualTo(row.values());
        assertThat(read().difference()).isEqualTo(Difference.NONE);
    }

    @Test
    void whatIsForeseenAndWhatMovedAreKeptTogetherWithWhatIsNew() {
        UUID moved = Ids.next();
        UUID added = Ids.next();
        keep(first(), first(moved));
        StandingRow foreseenRow = read();
        foreseenRow.losesOn = DAY;
        StandingRow movedRow = read(moved);
        movedRow.status = Standing.Status.AT_RISK;
        keep(foreseenRow, movedRow, first(added));

        assertThat(read().losesOn).isEqualTo(DAY);
        assertThat(read(moved).status).isEqualTo(Standing.Status.AT_RISK);
        assertThat(read(added)).isNotNull();
    }

    private StandingRow first() {
        return first(partner);
    }

    private static StandingRow first(UUID partner) {
        StandingRow row = StandingRow.of(partner);
        row.enrollmentId = Ids.next();
        row.programVersion = "2.0";
        row.programsKnown = 1;
        row.losesOn = DAY.plusYears(1);
        row.become(Standing.good("RESELLER", DAY));
        return row;
    }

    private StandingRow read() {
        return read(partner);
    }

    private StandingRow read(UUID of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> keepStandings.ofPartners(List.of(of)).get(of));
    }

    private void keep(StandingRow... rows) {
        Stream.of(rows).map(row -> row.partnerId).forEach(kept::add);
        QuarkusTransaction.requiringNew().run(() -> keepStandings.keep(List.of(rows)));
    }
}
