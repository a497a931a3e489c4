package com.vsoxp.alliance.directory.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RebuildTest {

    /** Everything that topics tell, and what was told of it; not when, nor in which place. */
    private static final List<String> ROWS = List.of(
            "select to_jsonb(listing) from listing where partner_id in (%s) order by partner_id",
            "select slug || partner_id from slug_claim where partner_id in (%s) order by slug",
            "select to_jsonb(success_story) - '{position,changed_at,told_sequence}'::text[] from success_story where partner_id in (%s) order by id",
            "select to_jsonb(publication) - '{position,changed_at}'::text[] from publication where partner_id in (%s) and listing is not null order by slug");

    @Inject
    DataSource database;

    private final String name = Said.word();

    @Test
    void whatWasSpoiltStandsAgainAsItStoodRowByRowWhileReadsGoOn() throws Exception {
        var partners = partnersOfAllKinds();
        var before = rows(partners);
        assertThat(before).allSatisfy(table -> assertThat(table).isNotEmpty());
        execute(
                "update listing set name = 'spoilt', city = null, tier = 'NONE', entitlement_sequence = 0, profile_sequence = 0 where partner_id in (%s)"
                        .formatted(partners));
        execute("update success_story set title = 'spoilt', sequence = 0 where partner_id in (%s)".formatted(partners));
        execute("update publication set listing = '{}' where listing is not null and partner_id in (%s)"
                .formatted(partners));
        var rebuild = start();

        while (status(rebuild).equals("RUNNING")) {
            given().get("/v1/listings/{slug}", "new-" + name).then().statusCode(200);
        }
        assertThat(completed(rebuild).getLong("summary.partnersMended")).isGreaterThanOrEqualTo(3);
        assertThat(rows(partners)).isEqualTo(before);
        given().redirects()
                .follow(false)
                .get("/v1/listings/{slug}", "old-" + name)
                .then()
                .statusCode(301)
                .header("Location", endsWith("/v1/listings/new-" + name));
    }

    @Test
    void whatWasLostStandsAgain() throws Exception {
        var partners = partnersOfAllKinds();
        var before = rows(partners);
        for (var table : List.of("publication", "success_story", "slug_claim", "listing")) {
            execute("delete from %s where partner_id in (%s)".formatted(table, partners));
        }
        var since = given().get("/v1/listings/snapshot").header("Next-Cursor");
        completed(start());

        assertThat(rows(partners)).isEqualTo(before);
        given().queryParam("since", since).get("/v1/listings/changes").then().statusCode(410);
    }

    @Test
    void whatIsWellIsNotTouched() throws Exception {
        completed(start());
        var partners = partnersOfAllKinds();
        var versions = column(
                "select xmin || '' from listing where partner_id in (%s) order by partner_id".formatted(partners));
        var since = given().get("/v1/listings/snapshot").header("Next-Cursor");
        var rebuild = completed(start());

        assertThat(rebuild.getLong("summary.events")).isPositive();
        assertThat(rebuild.getLong("summary.partnersMended")).isZero();
        assertThat(column("select xmin || '' from listing where partner_id in (%s) order by partner_id"
                        .formatted(partners)))
                .isEqualTo(versions);
        given().queryParam("since", since).get("/v1/listings/changes").then().statusCode(200);
    }

    @Test
    void whatCannotBeKeptIsCountedAndPassedOver() throws Exception {
        var before = completed(start()).getLong("summary.unreadable");
        var spoilt = Ids.next();
        Said.profile(spoilt, 1, "a name with a NUL \u0000 in it");
        Said.story(spoilt, 2, Ids.next(), "\u0000", "2026-02-10");
        var partners = partnersOfAllKinds();
        var rows = rows(partners);
        execute("update listing set city = null where partner_id in (%s)".formatted(partners));
        var rebuild = completed(start());

        assertThat(rebuild.getLong("summary.unreadable")).isEqualTo(before + 2);
        assertThat(rows(partners)).isEqualTo(rows);
    }

    @Test
    void onlyAProgramManagerStartsOneAndAnAuditorMayLook() throws Exception {
        given().auth().oauth2(Tokens.crm()).post("/v1/rebuilds").then().statusCode(403);
        given().auth().oauth2(Tokens.auditor()).post("/v1/rebuilds").then().statusCode(403);
        given().post("/v1/rebuilds").then().statusCode(401);
        var rebuild = start();
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(rebuild));
        completed(rebuild);
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds/{id}", Ids.next())
                .then()
                .statusCode(404);
    }

    /** One renamed, with stories, one of which is retracted; one suspended; one that became part of the first. */
    private String partnersOfAllKinds() {
        var renamed = Said.listed("old " + name);
        Said.profile(renamed, 2, "new " + name);
        Said.story(renamed, 3, Ids.next(), "kept", "2026-02-10");
        var retracted = Ids.next();
        Said.story(renamed, 4, retracted, "taken back", "2026-02-11");
        Said.retracted(renamed, 5, retracted);
        var suspended = Said.listed(Said.word());
        Said.suspended(suspended, 2, "RESELLER");
        var merged = Said.listed(Said.word());
        Said.merged(merged, 2, renamed);
        Said.awaitUnlisted(suspended);
        Said.awaitUnlisted(merged);
        Said.eventually(() -> given().queryParam("partnerId", renamed)
                .get("/v1/success-stories")
                .then()
                .body("items.size()", equalTo(1)));
        Said.eventually(() -> assertThat(
                        column("select id || '' from success_story where retracted_on is not null and partner_id = '%s'"
                                .formatted(renamed)))
                .hasSize(1));
        return Stream.of(renamed, suspended, merged)
                .map(UUID::toString)
                .map("'%s'"::formatted)
                .collect(Collectors.joining(","));
    }

    private static String start() {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> given().auth().oauth2(Tokens.programManager()).post("/v1/rebuilds"),
                        answer -> answer.statusCode() == 201)
                .path("id");
    }

    private static JsonPath completed(String rebuild) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !status(rebuild).equals("RUNNING"));
        var answer = read(rebuild);
        assertThat(answer.getString("status")).as(answer.prettify()).isEqualTo("COMPLETED");
        return answer;
    }

    private static String status(String rebuild) {
        return read(rebuild).getString("status");
    }

    private static JsonPath read(String rebuild) {
        return given().auth()
                .oauth2(Tokens.programManager())
                .get("/v1/rebuilds/{id}", rebuild)
                .jsonPath();
    }

    private List<List<String>> rows(String partners) throws SQLException {
        var rows = new ArrayList<List<String>>();
        for (var question : ROWS) {
            rows.add(column(question.formatted(partners)));
        }
        return rows;
    }

    private List<String> column(String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            var column = new ArrayList<String>();
            while (answer.next()) {
                column.add(answer.getString(1));
            }
            return column;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
