package com.vsoxp.alliance.benefits.sale;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Two replicas take sales of one quote at the same time: each must see what the other made of it. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class JudgingInTurnTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Inject
    FollowSales followSales;

    @Inject
    DataSource database;

    @Test
    void whoComesSecondWaitsAndFindsTheQuoteUsed() throws Exception {
        Said.program();
        var partner = Partners.premier();
        var quote = quote(partner);
        Said.active(partner, 4, "RESELLER", TODAY.toString());
        Said.awaitEntitlements(partner, said -> said.path("tier").asText().equals("RESELLER"));
        var first = sale(partner, 1, quote);
        var second = sale(partner, 2, quote);

        try (var replicas = Executors.newFixedThreadPool(2)) {
            var firstIsIn = new CompletableFuture<Void>();
            var other = new CompletableFuture<Void>();
            var one = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        followSales.follow(List.of(first));
                        firstIsIn.complete(null);
                        await().until(() -> other.isDone() || somebodyWaitsForATurn());
                    }),
                    replicas);
            firstIsIn.get();
            replicas.submit(() -> {
                try {
                    QuarkusTransaction.requiringNew().run(() -> followSales.follow(List.of(second)));
                } finally {
                    other.complete(null);
                }
            });
            one.get();
            other.get();
        }

        given().auth()
                .oauth2(Tokens.programManager())
                .queryParam("partnerId", partner)
                .get("/v1/discount-findings")
                .then()
                .statusCode(200)
                .body("items.saleId", contains(second.saleId().toString()))
                .body("items.reason", contains("BEYOND_QUOTE"));
    }

    private boolean somebodyWaitsForATurn() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from pg_locks where locktype = 'advisory' and objid = 20040102 and not granted")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static SaleChange.Recorded sale(UUID partner, long sequence, UUID quote) {
        var id = Ids.next();
        return new SaleChange.Recorded(
                partner,
                id,
                sequence,
                "SO-" + id,
                10,
                Currency.getInstance("USD"),
                new BigDecimal("1000.00"),
                new BigDecimal("670.00"),
                TODAY,
                Instant.now().plusMillis(sequence),
                quote,
                List.of());
    }

    private static UUID quote(UUID partner) {
        var line = Map.of(
                "kind",
                "LICENSE",
                "sku",
                "VSO-XP",
                "quantity",
                10,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
        String id = given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of("partnerId", partner, "lines", List.of(line)))
                .post("/v1/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(id).isNotNull();
        return UUID.fromString(id);
    }
}
