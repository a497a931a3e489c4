package com.vsoxp.alliance.eligibility.decision;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentNews;
import com.vsoxp.alliance.eligibility.evaluation.Given;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.fact.FactChange;
import com.vsoxp.alliance.eligibility.fact.Facts;
import com.vsoxp.alliance.eligibility.standing.StandingRow;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only several transactions can show. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TakeNewsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @Inject
    TakeNews takeNews;

    @Inject
    Facts facts;

    @Inject
    Clock clock;

    /** A test before this one may have travelled, and clocks look only now and then where they are. */
    @BeforeEach
    void itIsToday() {
        await().until(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).equals(TODAY));
    }

    @Test
    void newsTakenAtTheSameMomentByBothIntakesIsNeverMissedByBoth() throws Exception {
        try (ExecutorService intakes = Executors.newFixedThreadPool(2)) {
            for (int attempt = 0; attempt < 20; attempt++) {
                UUID partner = Ids.next();
                if (attempt % 2 == 0) {
                    take(new News(Map.of(partner, NOW), List.of(), List.of()));
                }
                CyclicBarrier start = new CyclicBarrier(2);
                List<Future<?>> both = Stream.of(
                                new News(Map.of(partner, NOW), List.of(applied(partner)), butForSales(partner)),
                                new News(Map.of(), List.of(), List.of(sale(partner, 15))))
                        .<Future<?>>map(news -> intakes.submit(() -> {
                            start.await();
                            take(news);
                            return null;
                        }))
                        .toList();
                for (Future<?> intake : both) {
                    intake.get();
                }

                assertThat(tierOf(partner)).as("attempt %d", attempt).isEqualTo("PREMIER");
            }
        }
    }

    @Test
    void aWithdrawalHoldsEvenIfItIsHeardBeforeWhatItWithdraws() {
        UUID partner = Ids.next();
        UUID use = Ids.next();
        LocalDate withdrawnOn = TODAY.minusDays(1);

        take(facts(new FactChange.Withdrawn(partner, use, "INTERNAL_USE", withdrawnOn, 7, NOW)));
        assertThat(factsOf(partner)).isEmpty();
        take(facts(recorded(partner, use, 4)));
        assertThat(factsOf(partner)).extracting(Fact::until).containsExactly(withdrawnOn);

        take(facts(recorded(partner, use, 9)));
        assertThat(factsOf(partner)).extracting(Fact::until).containsOnlyNulls();
    }

    @Test
    void aFactReplayedFromBeforeChangesNothing() {
        UUID partner = Ids.next();
        UUID sale = Ids.next();
        take(facts(new FactChange.Recorded(partner, new Fact(sale, "LICENSE_SALE", TODAY, null, 3, null), 9, NOW)));

        take(facts(new FactChange.Recorded(partner, new Fact(sale, "LICENSE_SALE", TODAY, null, 5, null), 4, NOW)));

        assertThat(factsOf(partner)).extracting(Fact::quantity).containsExactly(3L);
    }

    @Test
    void whatWasSaidEarlierDoesNotReplaceWhatWasSaidLater() {
        UUID partner = Ids.next();
        EnrollmentNews later = enrollment(partner, Ids.next(), 8, "TERMINATED");

        take(new News(Map.of(partner, NOW), List.of(later, applied(partner)), List.of()));

        assertThat(tierOf(partner)).isNull();
    }

    private void take(News news) {
        QuarkusTransaction.requiringNew().run(() -> takeNews.take(news));
    }

    private List<Fact> factsOf(UUID partner) {
        return facts.ofPartners(List.of(partner)).getOrDefault(partner, List.of());
    }

    private static String tierOf(UUID partner) {
        return QuarkusTransaction.requiringNew().call(() -> StandingRow.<StandingRow>findByIdOptional(partner)
                .map(row -> row.tier)
                .orElse(null));
    }

    private static News facts(FactChange change) {
        return new News(Map.of(), List.of(), List.of(change));
    }

    private static FactChange recorded(UUID partner, UUID id, long sequence) {
        return new FactChange.Recorded(
                partner, new Fact(id, "INTERNAL_USE", TODAY.minusDays(9), null, 1, null), sequence, NOW);
    }

    private static FactChange sale(UUID partner, long licenses) {
        return new FactChange.Recorded(
                partner, new Fact(Ids.next(), "LICENSE_SALE", TODAY, null, licenses, null), 1, NOW);
    }

    private static List<FactChange> butForSales(UUID partner) {
        List<FactChange> changes = new ArrayList<>();
        Given.premierButForSales()
                .facts()
                .forEach(fact -> changes.add(new FactChange.Recorded(
                        partner,
                        new Fact(fact.id(), fact.kind(), TODAY, null, 1, fact.money()),
                        changes.size() + 3L,
                        NOW)));
        return changes;
    }

    private static EnrollmentNews applied(UUID partner) {
        return enrollment(partner, Ids.next(), 2, "APPLIED");
    }

    private static EnrollmentNews enrollment(UUID partner, UUID id, long sequence, String status) {
        return new EnrollmentNews(partner, sequence, NOW, id, status, null, "PREMIER", TODAY, null, null, null);
    }
}
