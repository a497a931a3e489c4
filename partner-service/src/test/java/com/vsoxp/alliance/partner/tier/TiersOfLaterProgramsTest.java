package com.vsoxp.alliance.partner.tier;

import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.Members;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Versions of other tiers are published for days to which the clock travels, so that other tests keep version 2.0. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TiersOfLaterProgramsTest {

    private static final String ELIGIBILITY = "alliance.eligibility";
    private static final String PUBLISHED = "alliance.program.published";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** The service takes a moment to notice that the clock was put back, and no other test shall begin in the future. */
    @AfterEach
    void returnToVersion20() {
        await().untilAsserted(() -> crm().get("/v1/tiers").then().body("programVersion", equalTo("2.0")));
    }

    @Test
    void everybodyStartsWithTheTiersOfVersion20() {
        JsonNode sample = EventContract.sample(PUBLISHED).at("/program");
        Response shown = crm().get("/v1/tiers");
        shown.then()
                .statusCode(200)
                .body("programVersion", equalTo(sample.path("version").textValue()));
        for (String field : List.of("code", "name", "rank", "description")) {
            assertThat(shown.<List<Object>>path("items." + field))
                    .map(Object::toString)
                    .isEqualTo(sample.path("tiers").findValuesAsText(field));
        }
        crm().header("If-None-Match", shown.header("ETag"))
                .get("/v1/tiers")
                .then()
                .statusCode(304);
        auditor().get("/v1/tiers").then().statusCode(200);
        partner(registered()).get("/v1/tiers").then().statusCode(200);
        given().get("/v1/tiers").then().statusCode(401);
        crm().post("/v1/tiers").then().statusCode(405);
    }

    @Test
    void thePublicationOfVersion20ChangesNothingThatIsThere() {
        Topics.publish(ELIGIBILITY, PUBLISHED, "program", EventContract.sample(PUBLISHED));
        published("4.0", TODAY.plusYears(40), "ONLY");
        awaitKnown("4.0");
        crm().get("/v1/tiers")
                .then()
                .body("programVersion", equalTo("2.0"))
                .body("items.code", contains("RESELLER", "PREMIER"));
    }

    @Test
    void aProgramOfFourTiersIsEnrolledInFromItsFirstDayOn() {
        LocalDate first = TODAY.plusYears(2);
        UUID heardTwice = published("3.0", first, "REGISTERED", "SILVER<RESELLER", "GOLD<PREMIER", "PLATINUM");
        Topics.publish(ELIGIBILITY, PUBLISHED, "program", program("3.0", first, "FORGED"), heardTwice);
        published("3.0", first, "FORGED");
        UUID stays = Members.active("PREMIER");
        awaitKnown("3.0");
        apply("GOLD").then().statusCode(422).body("errors.detail", hasItem(containsString("RESELLER, PREMIER")));

        try (var future = travelTo(first)) {
            await().untilAsserted(() -> crm().get("/v1/tiers")
                    .then()
                    .body("programVersion", equalTo("3.0"))
                    .body("items.code", contains("REGISTERED", "SILVER", "GOLD", "PLATINUM"))
                    .body("items.rank", contains(1, 2, 3, 4)));
            apply("PREMIER")
                    .then()
                    .statusCode(422)
                    .body("errors.detail", hasItem(containsString("REGISTERED, SILVER, GOLD, PLATINUM")));
            for (String tier : List.of("REGISTERED", "SILVER", "GOLD", "PLATINUM")) {
                apply(tier).then().statusCode(201).body("appliedTier", equalTo(tier));
            }
            UUID gold = Members.activeSince("GOLD", first);
            crm().queryParam("tier", "GOLD").get("/v1/partners").then().body("items.id", hasItem(gold.toString()));
            holdsStill(stays, "PREMIER");
        }
    }

    @Test
    void ofVersionsPublishedInAnyOrderTheLatestThatHasBegunIsInForce() {
        LocalDate begin = TODAY.plusYears(5);
        published("5.2", begin.plusDays(20), "C");
        published("5.0", begin, "A");
        published("5.1", begin.plusDays(10), "B");
        for (String version : List.of("5.0", "5.1", "5.2")) {
            awaitKnown(version);
        }
        for (int days : List.of(0, 15, 25)) {
            try (var future = travelTo(begin.plusDays(days))) {
                String expected = "5." + days / 10;
                await().untilAsserted(() -> crm().get("/v1/tiers").then().body("programVersion", equalTo(expected)));
            }
        }
    }

    @Test
    void theHeirsOfPremierSellJointly() {
        LocalDate begin = TODAY.plusYears(3);
        published("3.5", begin, "BASIC", "EXPERT<PREMIER", "MASTER");
        awaitKnown("3.5");
        try (var future = travelTo(begin)) {
            await().untilAsserted(() -> crm().get("/v1/tiers").then().body("programVersion", equalTo("3.5")));
            deal(Members.activeSince("BASIC", begin), begin)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("NO_JOINT_SELLING"));
            deal(Members.activeSince("EXPERT", begin), begin).then().statusCode(201);
            deal(Members.activeSince("MASTER", begin), begin).then().statusCode(201);
        }
    }

    @Test
    void aProgramWithoutTiersIsSetAsideAndHoldsUpNoOther() {
        ObjectNode broken = program("6.0", TODAY.plusYears(50), "X");
        ((ObjectNode) broken.path("program")).remove("tiers");
        UUID id = Topics.publish(ELIGIBILITY, PUBLISHED, "program", broken);
        published("6.1", TODAY.plusYears(50), "X");
        awaitKnown("6.1");
        assertThat(Topics.eventsOn(ELIGIBILITY + ".dlq", "program"))
                .anyMatch(letter -> id.toString().equals(letter.headers().get("ce_id")));
        assertThat(known("6.0")).isFalse();
    }

    private static UUID published(String version, LocalDate effectiveFrom, String... tiers) {
        ObjectNode event = program(version, effectiveFrom, tiers);
        EventContract.mustMatchSchema(PUBLISHED, event);
        return Topics.publish(ELIGIBILITY, PUBLISHED, "program", event);
    }

    /** Tiers from the lowest to the highest, each its code and, after a {@code <}, the one it succeeds; listed highest first. */
    private static ObjectNode program(String version, LocalDate effectiveFrom, String... tiers) {
        ObjectNode event = EventContract.sample(PUBLISHED).deepCopy();
        ObjectNode program = (ObjectNode) event.path("program");
        program.put("version", version).put("effectiveFrom", effectiveFrom.toString());
        ArrayNode list = program.putArray("tiers");
        for (int i = tiers.length; i > 0; i--) {
            String[] parts = tiers[i - 1].split("<");
            ObjectNode tier = list.addObject()
                    .put("code", parts[0])
                    .put("name", "Partner " + parts[0])
                    .put("rank", i);
            if (parts.length > 1) {
                tier.putArray("succeeds").add(parts[1]);
            }
        }
        return event;
    }

    private static void awaitKnown(String version) {
        await("version " + version).until(() -> known(version));
    }

    private static boolean known(String version) {
        return QuarkusTransaction.requiringNew().call(() -> PublishedProgram.findById(version) != null);
    }

    private static TimeTravel travelTo(LocalDate day) {
        return TimeTravel.by(Period.ofDays((int) (day.toEpochDay() - TODAY.toEpochDay())));
    }

    private static Response apply(String tier) {
        return crm().body("{\"tier\": \"%s\"}".formatted(tier)).post("/v1/partners/{id}/enrollment", registered());
    }

    /** What the partner has it keeps, and it can be moved on as before. */
    private static void holdsStill(UUID partner, String tier) {
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("tier", equalTo(tier));
        crm().queryParam("tier", tier).get("/v1/partners").then().statusCode(200);
        for (String move : List.of("suspension", "reinstatement")) {
            manager()
                    .body("{\"reason\": \"audit\"}")
                    .post("/v1/partners/{id}/enrollment/" + move, partner)
                    .then()
                    .statusCode(200)
                    .body("tier", equalTo(tier));
        }
    }

    private static Response deal(UUID partner, LocalDate today) {
        return crm().body("""
                        {"partnerId": "%s", "customer": {"name": "Customer %s", "country": "DE"}, "product": "VSO-XP",
                         "expectedLicenses": 40, "expectedValue": {"amount": "20000.00", "currency": "USD"},
                         "stage": "QUALIFIED", "expectedCloseOn": "%s"}""".formatted(partner, UUID.randomUUID(), today.plusDays(60)))
                .post("/v1/deals");
    }
}
