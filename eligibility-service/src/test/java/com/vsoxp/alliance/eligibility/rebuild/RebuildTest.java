package com.vsoxp.alliance.eligibility.rebuild;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.PATIENCE;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.TABLES;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.completed;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.start;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.status;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
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

    @Inject
    DataSource connections;

    private Rebuilding rebuilding() {
        return new Rebuilding(connections);
    }

    @BeforeEach
    @AfterEach
    void nothingRuns() {
        rebuilding().execute("update rebuild set status = 'FAILED' where status = 'RUNNING'");
    }

    @Test
    void whatWasLostWhollyStandsAgainAsItStoodRowByRow() {
        List<Told> partners = partnersOfAllKinds();
        String ids = ids(partners);
        Map<String, List<String>> before = rebuilding().rows(ids);
        assertThat(before)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        List<Integer> told = told(partners);
        long decisions = decisions(ids);

        TABLES.forEach(
                (table, key) -> rebuilding().execute("delete from %s where %s in (%s)".formatted(table, key, ids)));
        JsonNode rebuild = completed(start());

        assertThat(rebuilding().rows(ids)).isEqualTo(before);
        assertThat(rebuild.at("/summary/partnersMended").asInt()).isGreaterThanOrEqualTo(partners.size());
        assertThat(rebuild.at("/summary/events").asLong()).isPositive();
        assertThat(decisions(ids)).isEqualTo(decisions);
        assertThat(told(partners)).isEqualTo(told);
    }

    @Test
    void whatWasSpoiltStandsAgainAsItStoodRowByRow() {
        List<Told> partners = partnersOfAllKinds();
        String ids = ids(partners);
        Map<String, List<String>> before = rebuilding().rows(ids);

        rebuilding()
                .execute(
                        "update standing set since = since - 5, told_at = null, unmet = '{LICENSE_SALES}' where partner_id in ("
                                + ids + ")");
        rebuilding().execute("delete from fact where partner_id in (" + ids + ") and kind = 'SUCCESS_STORY'");
        rebuilding()
                .execute("update fact set quantity = quantity + 5 where partner_id in (" + ids
                        + ") and kind = 'LICENSE_SALE'");
        rebuilding()
                .execute("update partner set tier = 'NONE', since = null, known_at = null where id in (" + ids + ")");
        rebuilding().execute("delete from enrollment_said where partner_id in (" + ids + ")");
        rebuilding()
                .execute(
                        "insert into fact (partner_id, id, kind, sequence, on_day, quantity) values ('%s', '%s', 'GHOST', 1, now(), 1)"
                                .formatted(partners.getFirst().partner, Ids.next()));
        completed(start());

        assertThat(rebuilding().rows(ids)).isEqualTo(before);
    }

    @Test
    void whatIsWellIsNotTouched() {
        List<Told> partners = partnersOfAllKinds();
        completed(start());
        String ids = ids(partners);
        List<String> versions =
                rebuilding().column("select xmin from fact where partner_id in (" + ids + ") order by partner_id, id");

        completed(start());

        assertThat(rebuilding()
                        .column("select xmin from fact where partner_id in (" + ids + ") order by partner_id, id"))
                .isEqualTo(versions);
    }

    @Test
    void whatNobodyTookInIsDecidedAfterTheRebuild() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        UUID overlooked = Ids.next();
        rebuilding().execute("insert into inbox (event_id, intake) values ('" + overlooked + "', 'partners')");
        UUID retracted = Ids.next();
        told.story(retracted).retracted(retracted, overlooked);
        told.sold(15, TODAY);
        told.awaitTier("PREMIER");
        told.awaitScore("SUCCESS_STORIES", 4);

        completed(start());

        told.awaitScore("SUCCESS_STORIES", 3);
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
    void whatAnEarlierOneLeftUnfinishedIsForgotten() {
        UUID ghost = Ids.next();
        rebuilding()
                .execute("insert into rebuild_partner_said (partner_id, known_at) values ('%s', now())"
                        .formatted(ghost));
        rebuilding()
                .execute("insert into rebuilt_partner (id, known, enrollment_sequence) values ('%s', true, 0)"
                        .formatted(ghost));
        rebuilding().execute("insert into rebuild_differing values ('%s')".formatted(ghost));

        completed(start());

        assertThat(rebuilding().column("select id from partner where id = '" + ghost + "'"))
                .isEmpty();
        assertThat(rebuilding().column("select id from rebuilt_partner limit 1"))
                .isEmpty();
    }

    @Test
    void whoDecidesNothingRebuildsNothingAndAnAuditorMayLook() {
        given().auth().oauth2(Tokens.crm()).post("/v1/rebuilds").then().statusCode(403);
        given().auth().oauth2(Tokens.auditor()).post("/v1/rebuilds").then().statusCode(403);
        JsonNode rebuild = completed(start());
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(rebuild.path("id").asText()));
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

        assertThat(TABLES.keySet())
                .allSatisfy(table -> assertThat(rebuilding().column(columns.formatted("rebuilt_" + table)))
                        .as(table)
                        .isEqualTo(rebuilding().column(columns.formatted(table))));
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

    private static List<Integer> told(List<Told> partners) {
        return partners.stream().map(told -> told.findings().size()).toList();
    }

    private static String ids(List<Told> partners) {
        return partners.stream().map(told -> "'" + told.partner + "'").collect(Collectors.joining(","));
    }

    private long decisions(String ids) {
        return Long.parseLong(rebuilding()
                .column("select count(*) from decision where partner_id in (" + ids + ")")
                .getFirst());
    }
}
