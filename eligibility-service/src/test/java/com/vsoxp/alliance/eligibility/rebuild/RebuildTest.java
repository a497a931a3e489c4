package com.vsoxp.alliance.eligibility.rebuild;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.eligibility.job.JobLock;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is known of partners, built anew from real topics. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Map<String, String> TABLES = Map.of(
            "fact", "partner_id",
            "fact_past", "partner_id",
            "enrollment_said", "partner_id",
            "partner", "id",
            "standing", "partner_id");

    @Inject
    DataSource connections;

    @BeforeEach
    @AfterEach
    void nothingRuns() {
        execute("update rebuild set status = 'FAILED' where status = 'RUNNING'");
    }

    @Test
    void whatWasLostWhollyStandsAgainAsItStoodRowByRow() {
        List<Told> partners = partnersOfAllKinds();
        String ids = ids(partners);
        Map<String, List<String>> before = rows(ids);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        List<Integer> told = told(partners);
        long decisions = decisions(ids);

        TABLES.forEach((table, key) -> execute("delete from %s where %s in (%s)".formatted(table, key, ids)));
        JsonNode rebuild = completed(start());

        assertThat(rows(ids)).isEqualTo(before);
        assertThat(rebuild.at("/summary/partnersMended").asInt()).isGreaterThanOrEqualTo(partners.size());
        assertThat(rebuild.at("/summary/events").asLong()).isPositive();
        assertThat(decisions(ids)).isEqualTo(decisions);
        assertThat(told(partners)).isEqualTo(told);
    }

    @Test
    void whatWasSpoiltStandsAgainAsItStoodRowByRow() {
        List<Told> partners = partnersOfAllKinds();
        String ids = ids(partners);
        Map<String, List<String>> before = rows(ids);

        execute("update standing set since = since - 5, told_at = null, unmet = '{LICENSE_SALES}' where partner_id in ("
                + ids + ")");
        execute("delete from fact where partner_id in (" + ids + ") and kind = 'SUCCESS_STORY'");
        execute("update fact set quantity = quantity + 5 where partner_id in (" + ids + ") and kind = 'LICENSE_SALE'");
        execute("update partner set tier = 'NONE', since = null, known_at = null where id in (" + ids + ")");
        execute("delete from enrollment_said where partner_id in (" + ids + ")");
        execute(
                "insert into fact (partner_id, id, kind, sequence, on_day, quantity) values ('%s', '%s', 'GHOST', 1, now(), 1)"
                        .formatted(partners.getFirst().partner, Ids.next()));
        completed(start());

        assertThat(rows(ids)).isEqualTo(before);
    }

    @Test
    void whatIsWellIsNotTouched() {
        List<Told> partners = partnersOfAllKinds();
        completed(start());
        String ids = ids(partners);
        List<String> versions =
                column("select xmin from fact where partner_id in (" + ids + ") order by partner_id, id");

        completed(start());

        assertThat(column("select xmin from fact where partner_id in (" + ids + ") order by partner_id, id"))
                .isEqualTo(versions);
    }

    @Test
    void whatNobodyTookInIsDecidedAfterTheRebuild() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        told.sold(14, TODAY);
        told.awaitLicenses(14);
        UUID overlooked = Ids.next();
        execute("insert into inbox (event_id, intake) values ('" + overlooked + "', 'sales')");
        told.sold(1, TODAY, overlooked);

        completed(start());

        told.awaitTier("PREMIER");
        told.awaitLicenses(15);
    }

    @Test
    void readsAndNewsGoOnMeanwhile() {
        Told told = Told.premier();
        String place = start().header("Location");
        int reads = 0;
        do {
            assertThat(told.get("scorecard").statusCode()).isEqualTo(200);
            told.sold(1, TODAY);
            reads++;
        } while (!status(place).equals("COMPLETED") && reads < 500);

        told.awaitLicenses(15 + reads);
        assertThat(status(place)).isEqualTo("COMPLETED");
    }

    @Test
    void onlyOneRunsAtATimeAndOneWhoseReplicaEndedFails() throws SQLException {
        UUID id = Ids.next();
        try (Connection replica = connections.getConnection();
                JobLock _ = JobLock.take(replica, RunningRebuild.LOCK)) {
            execute("insert into rebuild (id, status, phase, started_at) values ('%s', 'RUNNING', 'READING', now())"
                    .formatted(id));
            start().then().statusCode(409).body("code", is("REBUILD_RUNNING"));
        }

        await().atMost(PATIENCE).until(() -> status("/v1/rebuilds/" + id).equals("FAILED"));
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void whatAnEarlierOneLeftUnfinishedIsForgotten() {
        UUID ghost = Ids.next();
        execute("insert into rebuild_partner_said (partner_id, known_at) values ('%s', now())".formatted(ghost));
        execute("insert into rebuilt_partner (id, known, enrollment_sequence) values ('%s', true, 0)".formatted(ghost));
        execute("insert into rebuild_differing values ('%s')".formatted(ghost));

        completed(start());

        assertThat(column("select id from partner where id = '" + ghost + "'")).isEmpty();
        assertThat(column("select id from rebuilt_partner limit 1")).isEmpty();
    }

    @Test
    void whoDecidesNothingRebuildsNothing() {
        given().auth().oauth2(Tokens.crm()).post("/v1/rebuilds").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds/{id}", Ids.next())
                .then()
                .statusCode(404);
    }

    /** A column that is only in one of them would be lost, or spoil what stands. */
    @Test
    void whatIsBuiltHasTheColumnsOfWhatStands() {
        String columns = "select attname || ' ' || atttypid::regtype from pg_attribute where attrelid = '%s'::regclass"
                + " and attnum > 0 and not attisdropped and attgenerated = '' order by 1";

        assertThat(TABLES.keySet()).allSatisfy(table -> assertThat(column(columns.formatted("rebuilt_" + table)))
                .as(table)
                .isEqualTo(column(columns.formatted(table))));
    }

    /** Of everything that may have been said: told twice, late, withdrawn, taken back, moved, before the partner itself. */
    private static List<Told> partnersOfAllKinds() {
        Told premier = Told.premier();
        Told atRisk = Told.premier();
        atRisk.reversed(1, TODAY).awaitStanding("AT_RISK");
        Told applicant = Told.applicant("PREMIER");
        applicant.awaitTier("RESELLER");
        Told unknown = new Told();
        unknown.sold(3, TODAY.minusDays(40));
        Told changed = Told.applicant("RESELLER");
        UUID use = Ids.next();
        UUID story = Ids.next();
        changed.evidence("INTERNAL_USE", use, TODAY.minusDays(9))
                .withdrawn("INTERNAL_USE", use)
                .evidence("INTERNAL_USE", use, TODAY.minusDays(3))
                .withdrawn("INTERNAL_USE", use)
                .story(story)
                .retracted(story);
        JsonNode sale = changed.sold(7, TODAY, Ids.next());
        Told survivor = Told.applicant("RESELLER");
        survivor.soldAgain(sale);
        changed.moved(sale);
        survivor.awaitLicenses(7);
        Told ended = Told.premier();
        ended.terminated();
        await().atMost(PATIENCE).until(() -> ended.get("standing").statusCode() == 404);
        Told back = Told.premier();
        back.terminated();
        await().atMost(PATIENCE).until(() -> back.get("standing").statusCode() == 404);
        back.enrollment = Ids.next();
        back.applied("PREMIER");
        List<Told> all = List.of(premier, atRisk, applicant, changed, survivor, ended, back);
        // A last word of each, after which all before it is taken in.
        all.forEach(told -> told.sold(0, TODAY.minusDays(1)));
        all.forEach(told -> told.evidence("WEBSITE_LISTING", Ids.next(), TODAY));
        List<Told> heard = new ArrayList<>(all);
        heard.add(unknown);
        return heard;
    }

    private Map<String, List<String>> rows(String ids) {
        awaitAllTaken();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach((table, key) -> rows.put(
                table,
                column("select to_jsonb(t)::text from %s t where %s in (%s) order by 1".formatted(table, key, ids))));
        return rows;
    }

    /** Nothing moves any more: what came in was taken, and what followed from it. */
    private void awaitAllTaken() {
        String state = "select (select count(*) from inbox) || ' ' || (select count(*) from decision) || ' '"
                + " || (select count(*) from outbox)";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(700))
                .until(
                        () -> List.of(
                                column(state).getFirst(),
                                column(state + ", pg_sleep(0.6)").getFirst()),
                        both -> both.getFirst().equals(both.getLast()));
    }

    private static List<Integer> told(List<Told> partners) {
        return partners.stream().map(told -> told.findings().size()).toList();
    }

    private static String ids(List<Told> partners) {
        return partners.stream().map(told -> "'" + told.partner + "'").collect(Collectors.joining(","));
    }

    private static Response start() {
        return given().auth().oauth2(Tokens.programManager()).post("/v1/rebuilds");
    }

    private static String status(String place) {
        return given().auth().oauth2(Tokens.auditor()).get(place).path("status");
    }

    private static JsonNode completed(Response begun) {
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        String place = begun.header("Location");
        await().atMost(PATIENCE).until(() -> !status(place).equals("RUNNING"));
        JsonNode rebuild = given().auth().oauth2(Tokens.auditor()).get(place).as(JsonNode.class);
        assertThat(rebuild.path("status").asText()).as(rebuild.toString()).isEqualTo("COMPLETED");
        return rebuild;
    }

    private long decisions(String ids) {
        return Long.parseLong(column("select count(*) from decision where partner_id in (" + ids + ")")
                .getFirst());
    }

    private List<String> column(String query) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
