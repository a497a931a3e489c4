package com.vsoxp.alliance.eligibility.catalog.publication;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import com.vsoxp.alliance.eligibility.OwnDatabase;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnDatabase.class)
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PublicationTest {

    private static final LocalDate TODAY = Told.TODAY;

    /** Not before that of any version that is published here. */
    private static final LocalDate SOME_DAY = TODAY.plusDays(400);

    @Inject
    DataSource database;

    @Test
    void onlyADraftThatWasRehearsedAsItIsIsPublished() {
        String version = "refused-" + Ids.next();
        put(version, growth(version));

        publish(version, SOME_DAY, Ids.next()).then().statusCode(409).body("code", is("NOT_REHEARSED"));
        publish(version, SOME_DAY, rehearsed("2.0"))
                .then()
                .statusCode(409)
                .body("code", is("NOT_REHEARSED"))
                .body("detail", containsString("of version 2.0"));
        String rehearsal = rehearsed(version);
        publish(version, SOME_DAY, asIfItHadFailed(rehearsal))
                .then()
                .statusCode(409)
                .body("code", is("REHEARSAL_INCOMPLETE"));
        manager()
                .contentType("application/yaml")
                .header("If-Match", "*")
                .body(growth(version).replace("target: 200", "target: 210").getBytes(UTF_8))
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(200);
        publish(version, SOME_DAY, rehearsal)
                .then()
                .statusCode(409)
                .body("code", is("REHEARSAL_STALE"))
                .body("detail", containsString("has changed"));

        String again = rehearsed(version);
        try (var _ = TimeTravel.by(Period.ofDays(2))) {
            await("the day after tomorrow")
                    .until(() -> publish(version, TODAY.plusDays(1), Ids.next()).statusCode() == 422);
            publish(version, SOME_DAY, again)
                    .then()
                    .statusCode(409)
                    .body("code", is("REHEARSAL_STALE"))
                    .body("detail", containsString("until"));
        }
    }

    @Test
    void theDayIsToComeAndTheBodyIsWhole() {
        String version = "days-" + Ids.next();
        put(version, growth(version));
        String rehearsal = rehearsed(version);

        publish(version, TODAY.minusDays(1), rehearsal)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/effectiveFrom"))
                .body("errors.code", contains("IN_PAST"));
        manager()
                .contentType("application/json")
                .body("{\"effectiveFrom\": \"soon\"}")
                .post("/v1/programs/{v}/publication", version)
                .then()
                .statusCode(400);
        publish("none", TODAY, rehearsal).then().statusCode(404);
        given().auth()
                .oauth2(Tokens.crm())
                .contentType("application/json")
                .body(publication(TODAY, rehearsal))
                .post("/v1/programs/{v}/publication", version)
                .then()
                .statusCode(403);
    }

    @Test
    void aDraftWithoutHeirsOfAllTiersIsNotPublished() {
        String version = "heirs-" + Ids.next();
        put(version, growth(version).replace("    succeeds: [ PREMIER ]\n", ""));

        publish(version, SOME_DAY, Ids.next())
                .then()
                .statusCode(409)
                .body("code", is("TIER_WITHOUT_HEIR"))
                .body("detail", containsString("PREMIER"));
    }

    @Test
    void aRicherProgramRunsThroughTheSameCodeAndPartnersMoveOverWhenTheirTermEnds() throws Exception {
        Told reseller = Told.applicant("RESELLER");
        reseller.awaitTier("RESELLER");
        reseller.activeUntil("RESELLER", TODAY.plusDays(30)).awaitKnown();
        put("3.0", ExampleProgram.text());
        String rehearsal = rehearsed("3.0");
        foretold(rehearsal, reseller);
        twoPublishItAtOnce(rehearsal);

        PublishedEvent told = Topics.awaitEvent(
                "alliance.eligibility", "program", "alliance.program.published", data -> data.at("/program/version")
                        .asText()
                        .equals("3.0"));
        EventContract.mustMatchSchema("alliance.program.published", told.data());
        assertThat(told.data().at("/program/policies/transition").asText()).isEqualTo("AT_NEXT_TERM");
        itNeverChangesAgain(rehearsal);
        aNewPartnerRisesThroughEveryTier();
        standing(reseller)
                .then()
                .body("programVersion", is("2.0"))
                .body("nextTransitionOn", is(TODAY.plusDays(31).toString()));

        try (var _ = TimeTravel.by(Period.ofDays(31))) {
            PublishedEvent moved = reseller.awaitTier("SILVER");
            assertThat(moved.data().path("movement").asText()).isEqualTo("TRANSFER");
            assertThat(moved.data().path("programVersion").asText()).isEqualTo("3.0");
            assertThat(moved.data().path("effectiveOn").asText())
                    .isEqualTo(TODAY.plusDays(31).toString());
            standing(reseller)
                    .then()
                    .body("programVersion", is("3.0"))
                    .body("tier", is("SILVER"))
                    .body("status", is("AT_RISK"));
            reseller.get("decisions").then().body("items.movement", hasItem("TRANSFER"));
            noVersionComesIntoForceBeforeTheNewest();
        }
    }

    private static void noVersionComesIntoForceBeforeTheNewest() {
        put("4.0", growth("4.0"));
        publish("4.0", TODAY.plusDays(300), rehearsed("4.0")).then().statusCode(200);
        put("4.1", growth("4.1"));
        publish("4.1", TODAY.plusDays(299), rehearsed("4.1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/effectiveFrom"))
                .body("errors.code", contains("BEFORE_NEWEST"));
    }

    private String asIfItHadFailed(String rehearsal) {
        String failed = Ids.next().toString();
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.executeUpdate("""
                    insert into rehearsal (id, program_version, document_digest, status, as_of, started_at, finished_at)
                    select '%s', program_version, document_digest, 'FAILED', as_of, started_at, finished_at
                    from rehearsal where id = '%s'""".formatted(failed, rehearsal));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return failed;
    }

    /** It holds no more than the heir of its tier demands of a registered partner. */
    private static void foretold(String rehearsal, Told reseller) {
        String line = manager()
                .get("/v1/rehearsals/{id}/partners", rehearsal)
                .asString()
                .lines()
                .filter(partner -> partner.contains(reseller.partner.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(line)
                .contains("\"tierNow\":\"RESELLER\"", "\"tierThen\":\"REGISTERED\"", "\"direction\":\"DEMOTED\"")
                .contains("\"newlyAtRisk\":true", "LICENSE_REVENUE")
                .contains("\"movesOn\":\"" + TODAY.plusDays(31) + "\"");
    }

    private static void twoPublishItAtOnce(String rehearsal) throws Exception {
        try (ExecutorService managers = Executors.newFixedThreadPool(2)) {
            List<Response> answers = new ArrayList<>();
            Callable<Response> publication = () -> publish("3.0", TODAY, rehearsal);
            for (Future<Response> answer : managers.invokeAll(List.of(publication, publication))) {
                answers.add(answer.get());
            }
            answers.sort(Comparator.comparing(Response::statusCode));
            answers.getFirst()
                    .then()
                    .statusCode(200)
                    .body("status", is("PUBLISHED"))
                    .body("effectiveFrom", is(TODAY.toString()));
            answers.getLast().then().statusCode(409).body("code", is("PUBLISHED"));
        }
    }

    private void itNeverChangesAgain(String rehearsal) {
        publish("3.0", TODAY, rehearsal).then().statusCode(409).body("code", is("PUBLISHED"));
        manager().header("If-Match", "*").delete("/v1/programs/3.0").then().statusCode(409);
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var sql = connection.createStatement()) {
                        sql.executeUpdate("update program set effective_from = date '2030-01-01'");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private static void aNewPartnerRisesThroughEveryTier() {
        Told partner = Told.applicant("PLATINUM");
        PublishedEvent admitted = partner.awaitTier("REGISTERED");
        assertThat(admitted.data().path("programVersion").asText()).isEqualTo("3.0");

        partner.evidence("WEBSITE_LISTING", Ids.next(), TODAY).soldFor("6000.00", 25);
        partner.awaitTier("SILVER");

        partner.evidence("FEE_PAYMENT", Ids.next(), TODAY)
                .evidence("CONSULTANT", Ids.next(), TODAY)
                .evidence("CONSULTANT", Ids.next(), TODAY)
                .soldFor("20000.00", 30);
        partner.awaitTier("GOLD");

        partner.evidence("FEE_PAYMENT", Ids.next(), TODAY)
                .evidence("CONSULTANT", Ids.next(), TODAY)
                .evidence("CONSULTANT", Ids.next(), TODAY)
                .evidence("CONSULTANT", Ids.next(), TODAY)
                .soldFor("75000.00", 100)
                .story(Ids.next());
        partner.awaitScore("GROWTH_POINTS", 190);
        partner.get("scorecard")
                .then()
                .body("program", is("3.0"))
                .body("tier", is("PLATINUM"))
                .body("requirements.find { it.code == 'LICENSE_REVENUE' }.actual.amount", is("101000.00"))
                .body("requirements.find { it.code == 'GROWTH_POINTS' }.missing", is("10 more growth points"));

        partner.story(Ids.next());
        partner.awaitTier("PLATINUM");
    }

    private static Response standing(Told partner) {
        return partner.get("standing");
    }

    private static String growth(String version) {
        return ExampleProgram.text().replace("version: \"3.0\"", "version: \"" + version + "\"");
    }

    private static void put(String version, String draft) {
        manager()
                .contentType("application/yaml")
                .body(draft.getBytes(UTF_8))
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(201);
    }

    private static String rehearsed(String version) {
        String id = manager()
                .post("/v1/programs/{v}/rehearsals", version)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await("rehearsal of " + version)
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        manager().get("/v1/rehearsals/{id}", id).path("status").equals("COMPLETED"));
        return id;
    }

    private static Response publish(String version, LocalDate from, Object rehearsal) {
        return manager()
                .contentType("application/json")
                .body(publication(from, rehearsal))
                .post("/v1/programs/{v}/publication", version);
    }

    private static String publication(LocalDate from, Object rehearsal) {
        return "{\"effectiveFrom\": \"%s\", \"rehearsalId\": \"%s\"}".formatted(from, rehearsal);
    }

    private static RequestSpecification manager() {
        return given().auth().oauth2(Tokens.programManager());
    }
}
