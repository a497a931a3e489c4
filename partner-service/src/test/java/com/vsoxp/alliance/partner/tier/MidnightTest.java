package com.vsoxp.alliance.partner.tier;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Around midnight in the time zone of the program in force, which is Berlin's here: one or two hours before UTC's. It is a program of
 * days to which the clock travels, so that other tests keep version 2.0.
 */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MidnightTest {

    private static final String PUBLISHED = "alliance.program.published";
    private static final LocalDate DAY =
            LocalDate.now(ZoneOffset.UTC).plusYears(7).plusDays(10);
    private static final LocalTime BEFORE = LocalTime.of(21, 30);
    private static final LocalTime AFTER = LocalTime.of(23, 10);

    @Inject
    ProgramDay programDay;

    private UUID partner;

    @BeforeEach
    void aProgramOfBerlinBegins() {
        ObjectNode event = EventContract.sample(PUBLISHED).deepCopy();
        ((ObjectNode) event.path("program"))
                .put("version", "berlin")
                .put("effectiveFrom", DAY.minusDays(10).toString())
                .put("timeZone", "Europe/Berlin");
        EventContract.mustMatchSchema(PUBLISHED, event);
        Topics.publish("alliance.eligibility", PUBLISHED, "program", event);
        partner = registered();
    }

    @AfterEach
    void returnToVersion20() {
        await().untilAsserted(() -> crm().get("/v1/tiers").then().body("programVersion", equalTo("2.0")));
    }

    @Test
    void beforeMidnightTheNextDayIsStillToCome() {
        try (var before = at(BEFORE)) {
            awaitBerlin();
            assertThat(sold(DAY).statusCode()).isEqualTo(201);
            refused(sold(DAY.plusDays(1)), DAY);
            refused(paid(DAY.plusDays(1)), DAY);
            assertThat(imported(DAY.plusDays(1))).contains("IN_FUTURE");
            applied().then().body("appliedOn", equalTo(DAY.toString()));
        }
    }

    @Test
    void afterMidnightItIsTheNextDayThoughNotInUtc() {
        LocalDate today = DAY.plusDays(1);
        try (var after = at(AFTER)) {
            awaitBerlin();
            assertThat(sold(today).statusCode()).isEqualTo(201);
            assertThat(paid(today).statusCode()).isEqualTo(201);
            assertThat(imported(today)).contains("\"status\":201");
            refused(sold(today.plusDays(1)), today);
            refused(paid(today.plusDays(1)), today);
            assertThat(imported(today.plusDays(1))).contains("IN_FUTURE");
            applied().then().body("appliedOn", equalTo(today.toString()));
        }
    }

    private static TimeTravel at(LocalTime utc) {
        return TimeTravel.by(Duration.between(Instant.now(), DAY.atTime(utc).toInstant(ZoneOffset.UTC)));
    }

    /** The version is in force, and was heard of by who tells the day. */
    private void awaitBerlin() {
        await().untilAsserted(() -> crm().get("/v1/tiers").then().body("programVersion", equalTo("berlin")));
        await().until(() -> programDay.zone().getId().equals("Europe/Berlin"));
    }

    private Response sold(LocalDate on) {
        return crm().body(sale(on)).post("/v1/sales");
    }

    private String imported(LocalDate on) {
        return crm().contentType("application/x-ndjson")
                .body((sale(on).replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports/sales")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String sale(LocalDate on) {
        return """
                {"partnerId": "%s", "orderNumber": "SO-%s", "licenses": 1, "product": "VSO-XP",
                 "listTotal": {"amount": "999.00", "currency": "USD"}, "netTotal": {"amount": "749.25", "currency": "USD"},
                 "soldOn": "%s"}""".formatted(partner, UUID.randomUUID(), on);
    }

    private Response paid(LocalDate on) {
        return crm().body("""
                        {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "%s", "reference": "INV-%s"}""".formatted(on, UUID.randomUUID())).post("/v1/partners/{id}/fee-payments", partner);
    }

    private Response applied() {
        return crm().body("{\"tier\": \"RESELLER\"}").post("/v1/partners/{id}/enrollment", partner);
    }

    private static void refused(Response answer, LocalDate today) {
        answer.then()
                .statusCode(422)
                .body("errors.code", hasItem("IN_FUTURE"))
                .body("errors.detail", hasItem("must not be after today, " + today + "."));
    }
}
