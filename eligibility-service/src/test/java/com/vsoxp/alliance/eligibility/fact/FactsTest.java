package com.vsoxp.alliance.eligibility.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class FactsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 31);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    @Inject
    StoreFacts storeFacts;

    @Inject
    Facts facts;

    @Inject
    DataSource database;

    private final UUID partner = Ids.next();

    @Test
    void aFactCountsUntilItRunsOut() {
        store(recorded(1, MAY));

        assertThat(until()).containsExactly(MAY);
    }

    @Test
    void aFactThatIsWithdrawnCountsUntilTheEarlierOfBothDays() {
        FactChange.Recorded recorded = recorded(1, MAY);
        store(recorded, withdrawn(recorded, MARCH, 2));

        assertThat(until()).containsExactly(MARCH);
    }

    @Test
    void aFactRecordedAgainAfterItsWithdrawalCountsAgain() {
        FactChange.Recorded recorded = recorded(3, null);
        store(withdrawn(recorded, MARCH, 2), recorded);

        assertThat(until()).containsExactly((LocalDate) null);
    }

    @Test
    void whatWasWithdrawnBeforeItWasRecordedIsNoFactYet() {
        FactChange.Recorded recorded = recorded(1, null);
        store(withdrawn(recorded, MARCH, 2));
        assertThat(until()).isEmpty();

        store(recorded);
        assertThat(until()).containsExactly(MARCH);
    }

    @Test
    void amongNewFactsOnlyWhatIsSaidOfKnownOnesBeforeIsPassedOver() {
        FactChange.Recorded renewed = recorded(1, MARCH);
        FactChange.Recorded late = recorded(5, MARCH);
        store(renewed, late);
        storeTogether(recorded(1, null), again(renewed, 2, MAY), again(late, 4, null), recorded(1, null));

        assertThat(until()).containsExactlyInAnyOrder(null, MAY, MARCH, null);
    }

    @Test
    void evaluationsReadFactsFromTheIndexAlone() throws SQLException {
        store(recorded(1, null));

        try (Connection connection = database.getConnection()) {
            // However small the table is.
            connection.createStatement().execute("set enable_seqscan = off");
            connection.createStatement().execute("set enable_bitmapscan = off");
            try (PreparedStatement explain = connection.prepareStatement("explain " + Facts.READ)) {
                explain.setArray(1, SqlArray.ofIds(connection, List.of(partner)));
                try (ResultSet plan = explain.executeQuery()) {
                    plan.next();
                    assertThat(plan.getString(1)).startsWith("Index Only Scan using fact_pkey");
                }
            } finally {
                connection.createStatement().execute("reset all");
            }
        }
    }

    private List<LocalDate> until() {
        return facts.ofPartners(List.of(partner)).getOrDefault(partner, List.of()).stream()
                .map(Fact::until)
                .toList();
    }

    private FactChange.Recorded recorded(long sequence, LocalDate until) {
        return new FactChange.Recorded(
                partner, new Fact(Ids.next(), "WEBSITE_LISTING", JANUARY, until, 1, null), sequence, NOW);
    }

    private static FactChange.Recorded again(FactChange.Recorded fact, long sequence, LocalDate until) {
        return new FactChange.Recorded(
                fact.partnerId(), new Fact(fact.factId(), "WEBSITE_LISTING", JANUARY, until, 1, null), sequence, NOW);
    }

    private FactChange withdrawn(FactChange.Recorded fact, LocalDate on, long sequence) {
        return new FactChange.Withdrawn(partner, fact.factId(), "WEBSITE_LISTING", on, sequence, NOW);
    }

    private void store(FactChange... changes) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (FactChange change : changes) {
                storeFacts.store(List.of(change));
            }
        });
    }

    private void storeTogether(FactChange... changes) {
        QuarkusTransaction.requiringNew().run(() -> storeFacts.store(List.of(changes)));
    }
}
