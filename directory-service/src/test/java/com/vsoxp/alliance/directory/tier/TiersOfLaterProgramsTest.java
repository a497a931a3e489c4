package com.vsoxp.alliance.directory.tier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of other tiers are published for days to which the clock travels, so that other tests keep version 2.0. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TiersOfLaterProgramsTest {

    private static final String ELIGIBILITY = "alliance.eligibility";
    private static final String PUBLISHED = "alliance.program.published";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** Only this test's listings have it. */
    private final String vertical = Said.word();

    /** The service takes a moment to notice that the clock was put back, and no other test shall begin in the future. */
    @AfterEach
    void returnToVersion20() {
        Said.eventually(() -> given().get("/v1/tiers").then().body("programVersion", equalTo("2.0")));
    }

    @Test
    void everybodyStartsWithTheTiersOfVersion20() {
        JsonNode sample = EventContract.sample(PUBLISHED).at("/program");
        Response shown = given().get("/v1/tiers");
        shown.then()
                .statusCode(200)
                .body("programVersion", equalTo(sample.path("version").textValue()));
        for (String field : List.of("code", "name", "description")) {
            assertThat(shown.<List<String>>path("items." + field).reversed())
                    .isEqualTo(sample.path("tiers").findValuesAsText(field));
        }
        given().header("If-None-Match", shown.header("ETag"))
                .get("/v1/tiers")
                .then()
                .statusCode(304);
    }

    @Test
    void listingsAreOrderedNamedCountedAndFilteredByTheTiersOfTheProgramOfTheDay() {
        LocalDate first = TODAY.plusYears(2);
        listed("Alpha", "REGISTERED");
        listed("Beta", "GOLD");
        listed("Gamma", "RESELLER");
        listed("Delta", "PREMIER");
        listed("Epsilon", "PLATINUM");
        listed("Zeta", "SILVER");
        listed("Eta", "GOLD");
        var heardTwice = published("3.0", first, "REGISTERED", "SILVER", "GOLD<PREMIER", "PLATINUM");
        Topics.publish(ELIGIBILITY, PUBLISHED, "program", program("3.0", first, "FORGED"), heardTwice);
        published("3.0", first, "FORGED");
        published("2.9", first.minusDays(1), "ONLY");
        Said.eventually(() -> assertThat(known("2.9") && known("3.0")).isTrue());

        // Tiers that the program does not have come last, by name, and bear no name of theirs.
        find().body("items.name", contains("Delta", "Gamma", "Alpha", "Beta", "Epsilon", "Eta", "Zeta"))
                .body("items.tierName[0]", equalTo("Premier Partner"))
                .body("items.tierName[2]", nullValue());

        try (var future = travelTo(first)) {
            Said.eventually(() -> given().get("/v1/tiers")
                    .then()
                    .body("programVersion", equalTo("3.0"))
                    .body("items.code", contains("PLATINUM", "GOLD", "SILVER", "REGISTERED")));
            find().body("items.name", contains("Epsilon", "Beta", "Delta", "Eta", "Zeta", "Alpha", "Gamma"))
                    .body("items.tierName[1]", equalTo("Partner GOLD"))
                    .body("items.tierName[2]", equalTo("Premier Partner"))
                    .body("items.tierName[6]", equalTo("Reseller Partner"))
                    .body("facets.tier", hasEntry("GOLD", 2))
                    .body("facets.tier", hasEntry("PREMIER", 1));
            assertThat(pageByPage()).containsExactly("Epsilon", "Beta", "Delta", "Eta", "Zeta", "Alpha", "Gamma");
            given().queryParam("vertical", vertical)
                    .queryParam("tier", "GOLD", "SILVER")
                    .queryParam("sort", "tier")
                    .get("/v1/listings")
                    .then()
                    .body("items.name", contains("Beta", "Eta", "Zeta"));
            String slug = find().extract().path("items[0].slug");
            given().get("/v1/listings/{slug}", slug).then().body("tierName", equalTo("Partner PLATINUM"));
        }
        Said.eventually(() -> find().body("items.name[0]", equalTo("Delta")));
    }

    @Test
    void ofVersionsPublishedInAnyOrderTheLatestThatHasBegunIsInForce() {
        LocalDate begin = TODAY.plusYears(5);
        published("5.2", begin.plusDays(20), "C");
        published("5.0", begin, "A");
        published("5.1", begin.plusDays(10), "B");
        Said.eventually(
                () -> assertThat(known("5.0") && known("5.1") && known("5.2")).isTrue());
        for (int days : List.of(0, 15, 25)) {
            try (var future = travelTo(begin.plusDays(days))) {
                Said.eventually(
                        () -> given().get("/v1/tiers").then().body("programVersion", equalTo("5." + days / 10)));
            }
        }
    }

    @Test
    void aProgramWithoutTiersIsSetAsideAndHoldsUpNoOther() {
        ObjectNode broken = program("6.0", TODAY.plusYears(50), "X");
        ((ObjectNode) broken.path("program")).remove("tiers");
        var id = Topics.publish(ELIGIBILITY, PUBLISHED, "program", broken);
        published("6.1", TODAY.plusYears(50), "X");
        Said.eventually(() -> assertThat(known("6.1")).isTrue());
        assertThat(Topics.eventsOn(ELIGIBILITY + ".dlq", "program"))
                .anyMatch(letter -> id.toString().equals(letter.headers().get("ce_id")));
        assertThat(known("6.0")).isFalse();
    }

    private void listed(String name, String tier) {
        Consumer<ObjectNode> inVertical =
                profile -> profile.putArray("verticals").add(vertical);
        Said.listed(name, tier, inVertical);
    }

    private ValidatableResponse find() {
        return given().queryParam("vertical", vertical)
                .queryParam("sort", "tier")
                .get("/v1/listings")
                .then()
                .statusCode(200);
    }

    private List<String> pageByPage() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = given().queryParam("vertical", vertical)
                    .queryParam("sort", "tier")
                    .queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/listings")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.name"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return seen;
    }

    private static UUID published(String version, LocalDate effectiveFrom, String... tiers) {
        ObjectNode event = program(version, effectiveFrom, tiers);
        EventContract.mustMatchSchema(PUBLISHED, event);
        return Topics.publish(ELIGIBILITY, PUBLISHED, "program", event);
    }

    /** Tiers from the lowest to the highest, each its code and, after a {@code <}, the one it succeeds. */
    private static ObjectNode program(String version, LocalDate effectiveFrom, String... tiers) {
        ObjectNode event = EventContract.sample(PUBLISHED).deepCopy();
        ObjectNode program = (ObjectNode) event.path("program");
        program.put("version", version).put("effectiveFrom", effectiveFrom.toString());
        ArrayNode list = program.putArray("tiers");
        for (int i = 0; i < tiers.length; i++) {
            String[] parts = tiers[i].split("<");
            ObjectNode tier = list.addObject()
                    .put("code", parts[0])
                    .put("name", "Partner " + parts[0])
                    .put("rank", i + 1);
            if (parts.length > 1) {
                tier.putArray("succeeds").add(parts[1]);
            }
        }
        return event;
    }

    private static boolean known(String version) {
        return QuarkusTransaction.requiringNew().call(() -> PublishedProgram.findById(version) != null);
    }

    private static TimeTravel travelTo(LocalDate day) {
        return TimeTravel.by(Period.ofDays((int) (day.toEpochDay() - TODAY.toEpochDay())));
    }
}
