package com.vsoxp.alliance.benefits.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What judging reads when all sales of one quote are judged anew, in rows and pages and not in time: it grows as the sales do, and
 * not as their square, or one large customer would hold up everybody's.
 */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ManySalesOfOneQuoteTest {

    private static final String QUOTE = """
            insert into quote (id, partner_id, issued_at, issued_on, valid_until, issued_by, terms)
            values ('%s', '%s', now(), current_date - 1, current_date + 30, 'test',
                '{"lines": [{"list": {"amount": "1000.00", "currency": "USD"}}]}')""";

    private static final String SALES = """
            insert into sold_part (sale_id, partner_id, sequence, counted, order_number, licenses, currency, list, net,
                sold_on, recorded_at, quote_id)
            select md5('%1$s' || n)::uuid, '%2$s', n, true, 'SO-' || n, 1, 'USD', 100, 67,
                current_date, now() + n * interval '1 millisecond', '%1$s'
            from generate_series(1, %3$d) n""";

    /** What one statement read: rows that its scans looked at, and pages. */
    private record Read(long rows, long pages) {}

    @Inject
    DataSource database;

    private UUID partner;

    @BeforeEach
    void aPartner() {
        Said.program();
        partner = Partners.premier();
    }

    @Test
    void twiceAsManySalesOfOneQuoteAreTwiceAsMuchToRead() throws Exception {
        var some = readOf(2_000);
        var twiceAsMany = readOf(4_000);

        // Each sale is looked at a few times, so it is really those sales that were read.
        assertThat(some.rows()).isBetween(4_000L, 60_000L);
        assertThat(twiceAsMany.rows()).isLessThanOrEqualTo(some.rows() * 22 / 10);
        assertThat(twiceAsMany.pages()).isLessThanOrEqualTo(some.pages() * 22 / 10);
    }

    /** When the first of so many sales of a quote is judged anew, and with it all after it. */
    private Read readOf(int sales) throws SQLException, IOException {
        var quote = Ids.next();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement();
                    var explain = connection.prepareStatement(
                            "explain (analyze, buffers, timing off, format json) " + SaleCases.CASES)) {
                // However small the other tables are.
                statement.execute("set local enable_seqscan = off");
                statement.execute(QUOTE.formatted(quote, partner));
                statement.execute(SALES.formatted(quote, partner, sales));
                var first = SqlArray.ofIds(connection, List.of(first(connection, quote)));
                explain.setArray(1, first);
                explain.setArray(2, first);
                try (var plan = explain.executeQuery()) {
                    plan.next();
                    var root = new ObjectMapper().readTree(plan.getString(1)).at("/0/Plan");
                    assertThat(root.path("Actual Rows").asLong())
                            .as("sales that were judged")
                            .isEqualTo(sales);
                    return new Read(
                            scanned(root),
                            root.path("Shared Hit Blocks").asLong()
                                    + root.path("Shared Read Blocks").asLong());
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static UUID first(Connection connection, UUID quote) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sale_id from sold_part where quote_id = '%s' order by recorded_at limit 1"
                                .formatted(quote))) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** Rows that the scans of tables gave or threw away, in all their rounds. */
    private static long scanned(JsonNode node) {
        var own = node.has("Relation Name")
                ? (node.path("Actual Rows").asDouble()
                                + node.path("Rows Removed by Filter").asDouble()
                                + node.path("Rows Removed by Index Recheck").asDouble())
                        * node.path("Actual Loops").asDouble()
                : 0;
        return (long) own
                + StreamSupport.stream(node.path("Plans").spliterator(), false)
                        .mapToLong(ManySalesOfOneQuoteTest::scanned)
                        .sum();
    }
}
