package com.vsoxp.alliance.eligibility.rehearsal;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.job.JobLock;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A version of the program, run over real partners. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RehearsalTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EntityManager database;

    @Inject
    DataSource connections;

    @Inject
    ObjectMapper json;

    @BeforeEach
    @AfterEach
    void nothingRuns() {
        execute("update rehearsal set status = 'FAILED' where status = 'RUNNING'");
    }

    @Test
    void aHigherTargetPutsPremiersAtRiskAndTellsWhatDiscountThatSaves() throws Exception {
        Told premier = Told.premier();
        String version = drafted("REHEARSED-20", "target: 15 ", "target: 20 ");

        JsonNode rehearsal = completed(rehearse(version));

        assertThat(rehearsal.at("/programVersion").asText()).isEqualTo(version);
        assertThat(rehearsal.at("/progress").asInt()).isEqualTo(100);
        JsonNode summary = rehearsal.path("summary");
        assertThat(summary.path("demoted").asInt()).isPositive();
        assertThat(summary.path("atRisk").asInt()).isPositive();
        assertThat(summary.path("promoted").asInt()
                        + summary.path("demoted").asInt()
                        + summary.path("unchanged").asInt())
                .isEqualTo(summary.path("partners").asInt());
        JsonNode line = lineOf(premier, rehearsal);
        assertThat(line.path("tierNow").asText()).isEqualTo("PREMIER");
        assertThat(line.path("tierThen").asText()).isEqualTo("RESELLER");
        assertThat(line.path("direction").asText()).isEqualTo("DEMOTED");
        assertThat(line.path("newlyAtRisk").asBoolean()).isTrue();
        assertThat(line.path("cureEndsOn").asText())
                .isEqualTo(TODAY.plusDays(90).toString());
        assertThat(line.path("unmet").path(0).asText()).isEqualTo("LICENSE_SALES");
        assertThat(line.at("/listTotals/0/amount").asText()).isEqualTo("14985.00");
        // 25% instead of 33% of it.
        assertThat(line.at("/discountChange/0/amount").asText()).isEqualTo("-1198.80");
        assertThat(line.at("/discountChange/0/currency").asText()).isEqualTo("USD");
    }

    @Test
    void aLowerTargetPromotesAndReversedLicensesGiveNoDiscount() throws Exception {
        Told reseller = Told.applicant("PREMIER").premierButForSales();
        JsonNode sale = reseller.sold(15, TODAY, Ids.next());
        reseller.awaitLicenses(15);
        reseller.reversedOf(sale, 5).awaitLicenses(10);
        reseller.awaitStanding("AT_RISK");
        Told plain = Told.applicant("PREMIER").premierButForSales();
        plain.sold(10, TODAY);
        plain.awaitLicenses(10);
        String version = drafted("REHEARSED-10", "target: 15 ", "target: 10 ");

        JsonNode rehearsal = completed(rehearse(version));

        JsonNode promoted = lineOf(plain, rehearsal);
        assertThat(promoted.path("direction").asText()).isEqualTo("PROMOTED");
        assertThat(promoted.path("tierThen").asText()).isEqualTo("PREMIER");
        assertThat(promoted.at("/discountChange/0/amount").asText()).isEqualTo("1198.80");
        JsonNode relieved = lineOf(reseller, rehearsal);
        assertThat(relieved.path("relieved").asBoolean()).isTrue();
        assertThat(relieved.at("/listTotals/0/amount").asText()).isEqualTo("9990.00");
        assertThat(relieved.path("discountChange")).isEmpty();
    }

    @Test
    void moneyBeyondMeasureOfOnePartnerDoesNotEndWhatIsToldOfAll() throws Exception {
        Told odd = Told.applicant("PREMIER").premierButForSales().paid("999999999999999.9999", "CLF");
        odd.sold(15, TODAY);
        odd.awaitTier("PREMIER");
        String version = drafted("REHEARSED-21", "target: 15 ", "target: 21 ");

        JsonNode rehearsal = completed(rehearse(version));

        assertThat(lineOf(odd, rehearsal).path("direction").asText()).isEqualTo("DEMOTED");
    }

    @Test
    void aDraftThatWaitsForTermsTellsWhenItReachesWhom() throws Exception {
        Told later = Told.premier();
        later.activeUntil("PREMIER", TODAY.plusDays(40)).awaitScore("LICENSE_SALES", 15);
        Told now = Told.premier();
        String version = "REHEARSED-" + Ids.next();
        String draft = BundledProgram.textWith("target: 15 ", "target: 16 ")
                .replace("\"2.0\"", "\"" + version + "\"")
                .replace("curePeriod: P90D", "curePeriod: P90D\n  transition: AT_NEXT_TERM");
        put(version, draft);
        await().atMost(PATIENCE).until(() -> TODAY.plusDays(40)
                .toString()
                .equals(column("select term_ends_on::text from partner where id = '" + later.partner + "'")));

        JsonNode rehearsal = completed(rehearse(version));

        JsonNode line = lineOf(later, rehearsal);
        assertThat(line.path("movesOn").asText()).isEqualTo(TODAY.plusDays(41).toString());
        assertThat(line.path("cureEndsOn").asText())
                .isEqualTo(TODAY.plusDays(41 + 90).toString());
        assertThat(lineOf(now, rehearsal).path("movesOn").asText()).isEqualTo(TODAY.toString());
        JsonNode spread = rehearsal.at("/summary/spread");
        assertThat(spread.findValuesAsText("month"))
                .startsWith(YearMonth.from(TODAY).toString())
                .contains(YearMonth.from(TODAY.plusDays(41)).toString())
                .isSorted();
        assertThat(sum(spread, "demoted"))
                .isEqualTo(rehearsal.at("/summary/demoted").asLong());
        assertThat(sum(spread, "atRisk"))
                .isEqualTo(rehearsal.at("/summary/atRisk").asLong());
        assertThat(sum(spread, "partners"))
                .isEqualTo(Long.parseLong(column("select count(*)::text from standing where status <> 'LAPSED'")));
    }

    @Test
    void theVersionInForceChangesNothingForAPartnerThatStandsByIt() throws Exception {
        Told premier = Told.premier();

        JsonNode rehearsal = completed(rehearse("2.0"));

        assertThat(lineOf(premier, rehearsal)).isNull();
    }

    @Test
    void aRehearsalIsReadWithAnETagAndListedLatestFirst() throws Exception {
        String id = completed(rehearse("2.0")).path("id").asText();

        Response read = given().auth().oauth2(Tokens.auditor()).get("/v1/rehearsals/{id}", id);
        given().auth()
                .oauth2(Tokens.auditor())
                .header("If-None-Match", read.header("ETag"))
                .get("/v1/rehearsals/{id}", id)
                .then()
                .statusCode(304);
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rehearsals?limit=5")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void theSameKeyGetsTheSameRehearsal() throws Exception {
        String key = UUID.randomUUID().toString();
        Response first = given().auth()
                .oauth2(Tokens.programManager())
                .header("Idempotency-Key", key)
                .post("/v1/programs/2.0/rehearsals");
        completed(first);

        Response again = given().auth()
                .oauth2(Tokens.programManager())
                .header("Idempotency-Key", key)
                .post("/v1/programs/2.0/rehearsals");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void onlyOneRunsAtATimeAndItCanBeCancelled() throws Exception {
        UUID id = Ids.next();
        try (Connection replica = connections.getConnection();
                JobLock _ = JobLock.take(replica, RunningRehearsal.LOCK)) {
            running(id);

            rehearse("2.0").then().statusCode(409).body("code", is("REHEARSAL_RUNNING"));
            given().auth()
                    .oauth2(Tokens.programManager())
                    .get("/v1/rehearsals/{id}/partners", id)
                    .then()
                    .statusCode(409);
            cancel(id).then().statusCode(200).body("status", equalTo("FAILED"));
            cancel(id).then().statusCode(409).body("code", is("REHEARSAL_ENDED"));
        }
        completed(rehearse("2.0"));
    }

    @Test
    void oneWhoseReplicaEndedFails() {
        UUID id = Ids.next();
        running(id);

        await().atMost(PATIENCE).until(() -> given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rehearsals/{id}", id)
                .path("status")
                .equals("FAILED"));
    }

    @Test
    void whoDecidesNothingRehearsesNothing() {
        given().auth()
                .oauth2(Tokens.crm())
                .post("/v1/programs/2.0/rehearsals")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.programManager())
                .post("/v1/programs/9.9/rehearsals")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rehearsals/{id}", Ids.next())
                .then()
                .statusCode(404);
    }

    private static long sum(JsonNode items, String field) {
        return items.findValues(field).stream().mapToLong(JsonNode::asLong).sum();
    }

    private static Response rehearse(String version) {
        return given().auth().oauth2(Tokens.programManager()).post("/v1/programs/{version}/rehearsals", version);
    }

    private static Response cancel(UUID id) {
        return given().auth().oauth2(Tokens.programManager()).post("/v1/rehearsals/{id}/cancellation", id);
    }

    private JsonNode completed(Response begun) throws Exception {
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        String place = begun.header("Location");
        await().atMost(PATIENCE).until(() -> read(place).path("status").asText().equals("COMPLETED"));
        return read(place);
    }

    private JsonNode read(String place) throws Exception {
        return json.readTree(
                given().auth().oauth2(Tokens.programManager()).get(place).asString());
    }

    /** What is told of the partner; null if it is not affected. */
    private JsonNode lineOf(Told told, JsonNode rehearsal) throws Exception {
        Response lines = given().auth()
                .oauth2(Tokens.programManager())
                .get("/v1/rehearsals/{id}/partners", rehearsal.path("id").asText());
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.contentType()).startsWith("application/x-ndjson");
        for (String line : lines.asString().lines().toList()) {
            JsonNode partner = json.readTree(line);
            if (partner.path("partnerId").asText().equals(told.partner.toString())) {
                return partner;
            }
        }
        return null;
    }

    /** A draft that differs from 2.0 in one place. */
    private static String drafted(String version, String text, String replacement) {
        put(version, BundledProgram.textWith(text, replacement).replace("\"2.0\"", version));
        return version;
    }

    private static void put(String version, String draft) {
        given().auth()
                .oauth2(Tokens.programManager())
                .contentType("application/yaml")
                .body(draft.getBytes(StandardCharsets.UTF_8))
                .put("/v1/programs/{version}", version)
                .then()
                .statusCode(201);
    }

    private void running(UUID id) {
        execute("""
                insert into rehearsal (id, program_version, document_digest, status, as_of, started_at)
                values ('%s', '2.0', '', 'RUNNING', current_date, now())""".formatted(id));
    }

    private String column(String query) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
