package com.vsoxp.alliance.eligibility.rebuild;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.PATIENCE;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.completed;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.ended;
import static com.vsoxp.alliance.eligibility.rebuild.Rebuilding.start;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.eligibility.rebuild.RebuildAfterLossTest.DatabaseToLose;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A database of which nothing is left, with all its versions of the program and partners that moved from one to another. */
@QuarkusTest
@TestProfile(DatabaseToLose.class)
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RebuildAfterLossTest {

    /** A service of its own, since all other partners would move over too. */
    public static class DatabaseToLose implements QuarkusTestProfile {}

    /** All that is restored: what is known of partners, the versions but who published them, and how far events are counted. */
    private static final Map<String, String> EVERYTHING = Map.of(
            "fact", "to_jsonb(t)",
            "fact_past", "to_jsonb(t)",
            "enrollment_said", "to_jsonb(t)",
            "partner", "to_jsonb(t)",
            "standing", "to_jsonb(t)",
            "event_set_aside", "to_jsonb(t) - 'set_aside_at'",
            "program", "to_jsonb(t) - 'published_by'",
            "outbox_sequence", "to_jsonb(t)");

    @Inject
    DataSource connections;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @Test
    void everyRowOfEveryTableStandsAgainWithTheVersionsOfTheProgramAndWhoMovedOverToThem() throws SQLException {
        Told untilNextTerm = enrolledUntil(TODAY.plusDays(60));
        Told atNextTerm = enrolledUntil(TODAY.plusDays(30));
        Told inNoTerm = Told.premier();
        inNoTerm.soldUnreadably(4);
        publish("2.1", BundledProgram.textWith("version: \"2.0\"", "version: \"2.1\""), TODAY);
        List.of(untilNextTerm, atNextTerm, inNoTerm).forEach(told -> awaitVersion(told, "2.1"));
        publish("3.0", ExampleProgram.text(), TODAY);
        awaitVersion(inNoTerm, "3.0");
        Told begunUnderIt = Told.applicant("PLATINUM");
        begunUnderIt.awaitTier("REGISTERED");

        try (var _ = TimeTravel.by(Period.ofDays(31))) {
            awaitVersion(atNextTerm, "3.0");
            publish("4.0", ExampleProgram.text().replace("version: \"3.0\"", "version: \"4.0\""), TODAY.plusDays(90));
            awaitEverybodyForeseen();
            Map<String, List<String>> before = everything();
            assertThat(before).allSatisfy((table, rows) -> {
                if (!table.equals("fact_past")) {
                    assertThat(rows).as(table).isNotEmpty();
                }
            });
            assertThat(before.get("program")).hasSize(4);
            assertThat(before.get("standing").toString())
                    .contains("\"program_version\": \"2.1\"", "\"program_version\": \"3.0\"");

            asTheOwner(EVERYTHING.keySet().stream()
                    .map("delete from %s"::formatted)
                    .toList());
            JsonNode rebuild = completed(start());

            assertThat(everything()).isEqualTo(before);
            assertThat(rebuild.at("/summary/versionsRestored").asInt()).isEqualTo(4);
            whatIsToldNextGoesOnFromWhatWasTold(begunUnderIt);
        }
    }

    @Test
    void aVersionThatWasToldOtherwiseThanItStandsIsLeftToAPerson() throws SQLException {
        String kept = rebuilding()
                .column("select document from program where version = '2.0'")
                .getFirst();
        asTheOwner(
                List.of(
                        "update program set document = replace(document, 'Premier Partner', 'Iridium Partner') where version = '2.0'"));
        try {
            JsonNode rebuild = ended(start());

            assertThat(rebuild.path("status").asText()).isEqualTo("FAILED");
            assertThat(rebuild.path("failure").asText()).contains("Version 2.0 of the program stands otherwise");
        } finally {
            asTheOwner(
                    List.of("update program set document = '" + kept.replace("'", "''") + "' where version = '2.0'"));
        }
    }

    private static void whatIsToldNextGoesOnFromWhatWasTold(Told registered) {
        int last = registered.findings().size();
        registered.evidence("WEBSITE_LISTING", Ids.next(), TODAY).soldFor("6000.00", 25);

        PublishedEvent silver = registered.awaitTier("SILVER");

        assertThat(silver.data().path("sequence").asLong()).isGreaterThan(last);
        assertThat(registered.findings())
                .extracting(event -> event.data().path("sequence").asLong())
                .doesNotHaveDuplicates();
    }

    private Map<String, List<String>> everything() {
        rebuilding().awaitAllTaken();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        EVERYTHING.forEach((table, row) ->
                rows.put(table, rebuilding().column("select (%s)::text from %s t order by 1".formatted(row, table))));
        return rows;
    }

    private static Told enrolledUntil(LocalDate termEndsOn) {
        Told told = Told.applicant("RESELLER");
        told.awaitTier("RESELLER");
        return told.activeUntil("RESELLER", termEndsOn).awaitKnown();
    }

    private static void awaitVersion(Told told, String version) {
        await(told.partner + " under " + version)
                .atMost(PATIENCE)
                .until(() -> version.equals(told.get("standing").path("programVersion")));
    }

    /** After a publication the sweep works out anew what time will make of everybody. */
    private void awaitEverybodyForeseen() {
        String left = "select count(*) from standing where programs_known < (select count(*) from program)";
        await("everybody foreseen")
                .atMost(PATIENCE)
                .until(() -> rebuilding().column(left).equals(List.of("0")));
    }

    private static void publish(String version, String document, LocalDate effectiveFrom) {
        manager()
                .contentType("application/yaml")
                .body(document.getBytes(UTF_8))
                .put("/v1/programs/{v}", version)
                .then()
                .statusCode(201);
        String rehearsal = manager()
                .post("/v1/programs/{v}/rehearsals", version)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        await("rehearsal of " + version).atMost(PATIENCE).until(() -> manager()
                .get("/v1/rehearsals/{id}", rehearsal)
                .path("status")
                .equals("COMPLETED"));
        manager()
                .contentType("application/json")
                .body("{\"effectiveFrom\": \"%s\", \"rehearsalId\": \"%s\"}".formatted(effectiveFrom, rehearsal))
                .post("/v1/programs/{v}/publication", version)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification manager() {
        return given().auth().oauth2(Tokens.programManager());
    }

    private Rebuilding rebuilding() {
        return new Rebuilding(connections);
    }

    /** What the service itself may not do. */
    private void asTheOwner(List<String> statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, owner);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
