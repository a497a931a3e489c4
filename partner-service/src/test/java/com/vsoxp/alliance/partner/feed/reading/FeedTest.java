package com.vsoxp.alliance.partner.feed.reading;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.feed.keeping.ForgetOldEvents;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class FeedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    ForgetOldEvents forgetOldEvents;

    @Test
    void theFeedTellsTheSameAsTheTopics() {
        UUID partner = applicant("RESELLER");
        crm().body(sale(partner, order(), 3)).post("/v1/sales").then().statusCode(201);
        JsonNode entitlements = EventContract.sample("alliance.entitlements.changed");
        UUID granted = Topics.publish(
                AllianceTopics.BENEFITS,
                "alliance.entitlements.changed",
                partner.toString(),
                of(partner, entitlements));

        List<Map<String, Object>> told = awaitEvents(partner, 4);

        List<PublishedEvent> published = Stream.of(
                        AllianceTopics.PARTNERS, AllianceTopics.SALES, AllianceTopics.BENEFITS)
                .flatMap(topic -> Topics.eventsOn(topic, partner.toString()).stream())
                .toList();
        assertThat(told)
                .extracting(event -> event.get("id"))
                .contains(granted.toString())
                .containsExactlyInAnyOrderElementsOf(published.stream()
                        .map(event -> (Object) event.headers().get("ce_id"))
                        .toList());
        for (Map<String, Object> event : told) {
            PublishedEvent same = published.stream()
                    .filter(each -> each.headers().get("ce_id").equals(event.get("id")))
                    .findFirst()
                    .orElseThrow();
            assertThat(event)
                    .containsEntry("type", same.type())
                    .containsEntry("topic", same.topic())
                    .containsEntry("source", same.headers().get("ce_source"))
                    .containsEntry("partnerId", partner.toString())
                    .containsEntry("sequence", (int) same.sequence());
            assertThat(Instant.parse(event.get("time").toString()))
                    .isCloseTo(Instant.parse(same.headers().get("ce_time")), within(1, ChronoUnit.MICROS));
            assertThat(JSON.<JsonNode>valueToTree(event.get("data"))).isEqualTo(same.data());
        }
    }

    @Test
    void anEventThatIsDeliveredTwiceStandsInTheFeedOnce() {
        UUID partner = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        JsonNode data = of(partner, EventContract.sample("alliance.entitlements.changed"));
        for (int i = 0; i < 3; i++) {
            Topics.publish(AllianceTopics.BENEFITS, "alliance.entitlements.changed", partner.toString(), data, id);
        }
        Topics.publish(AllianceTopics.BENEFITS, "alliance.entitlements.changed", partner.toString(), data);

        assertThat(awaitEvents(partner, 2)).extracting(event -> event.get("id")).startsWith(id.toString());
    }

    @Test
    void whoGoesOnFromTheCursorGetsEveryEventOnceWhileManyAreWritten() throws InterruptedException, ExecutionException {
        String from = latest();
        List<UUID> partners = IntStream.range(0, 4).mapToObj(i -> registered()).toList();
        CompletableFuture<List<String>> reader = CompletableFuture.supplyAsync(() -> readOn(from, 4 + 8 * 5));

        atOnce(8, i -> {
            for (int n = 0; n < 5; n++) {
                crm().body(sale(partners.get(i % 4), order(), 1))
                        .post("/v1/sales")
                        .then()
                        .statusCode(201);
            }
            return i;
        });

        List<String> published = Stream.of(AllianceTopics.PARTNERS, AllianceTopics.SALES)
                .flatMap(topic -> partners.stream().flatMap(each -> Topics.eventsOn(topic, each.toString()).stream()))
                .map(event -> event.headers().get("ce_id"))
                .toList();
        assertThat(reader.get()).doesNotHaveDuplicates().containsAll(published);
    }

    @Test
    void aCallThatWaitsIsAnsweredWhenTheEventComes() throws ExecutionException, InterruptedException {
        UUID partner = registered();
        awaitEvents(partner, 1);
        String after = next(read(Map.of("partnerId", partner)));
        CompletableFuture<Response> waiting =
                CompletableFuture.supplyAsync(() -> read(Map.of("partnerId", partner, "after", after, "wait", 30)));

        crm().body(sale(partner, order(), 2)).post("/v1/sales").then().statusCode(201);

        Response answer = waiting.get();
        answer.then().statusCode(200).body("items.type", contains("alliance.sale.recorded"));
        assertThat(Duration.ofMillis(answer.time())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void anAnswerWithoutEventsSaysWhereToGoOn() {
        UUID partner = registered();
        awaitEvents(partner, 1);
        Response last = read(Map.of("partnerId", partner));
        Response none = read(Map.of("partnerId", partner, "after", next(last), "wait", 1));

        none.then().statusCode(200).body("items", empty()).header("Link", containsString("rel=\"next\""));
        assertThat(none.time()).isGreaterThanOrEqualTo(1_000);
        assertThat(next(none)).isNotEmpty();
        crm().body("{\"tier\": \"RESELLER\"}")
                .post("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(201);
        read(Map.of("partnerId", partner, "after", next(none), "wait", 10))
                .then()
                .body("items.type", contains("alliance.enrollment.applied"));
    }

    @Test
    void typesAreChosenByCommaOrByRepetition() {
        UUID partner = applicant("RESELLER");
        crm().body(sale(partner, order(), 3)).post("/v1/sales").then().statusCode(201);
        awaitEvents(partner, 3);

        Response both = crm().queryParam("partnerId", partner)
                .queryParam("types", "alliance.sale.recorded,alliance.partner.registered")
                .get("/v1/events");
        Response again = crm().queryParam("partnerId", partner)
                .queryParam("types", "alliance.sale.recorded", "alliance.partner.registered")
                .get("/v1/events");

        both.then().body("items", hasSize(2)).body("items.type", hasItem("alliance.sale.recorded"));
        assertThat(again.<List<String>>path("items.id")).isEqualTo(both.path("items.id"));
        read(Map.of("types", "alliance.enrollment.applied", "limit", 200))
                .then()
                .body("items.type", everyItem(equalTo("alliance.enrollment.applied")))
                .body("items", not(empty()));
    }

    @Test
    void aPartnerReadsItsOwnEventsAlone() {
        UUID own = registered();
        UUID other = registered();
        awaitEvents(own, 1);
        awaitEvents(other, 1);

        partner(own).get("/v1/events").then().body("items.partnerId", contains(own.toString()));
        partner(own).queryParam("partnerId", own).get("/v1/events").then().statusCode(200);
        partner(own).queryParam("partnerId", other).get("/v1/events").then().statusCode(404);
        auditor().get("/v1/events").then().statusCode(200);
        manager().get("/v1/events").then().statusCode(200);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("types", "alliance.sale.recorded,alliance.sale.forgotten", "alliance.sale.forgotten is none of");
        refused("types", "sale.recorded", "sale.recorded is none of");
        refused("wait", "31", "wait must be from 0 to 30 seconds.");
        refused("wait", "-1", "wait must be from 0 to 30 seconds.");
        refused("limit", "201", "limit must be from 1 to 200.");
        refused("after", "xyz", "after is not a nextCursor that this feed gave out.");
        refused("after", Cursor.encode("2026-01-01"), "after is not a nextCursor that this feed gave out.");
        refused("partnerId", "northwind", "partnerId must be");
    }

    @Test
    void aCursorOfAnotherFeedIsGone() {
        gone(Cursor.encode(UUID.randomUUID(), 0));
        FeedCursor now = FeedCursor.read(latest());
        gone(Cursor.encode(now.epoch(), now.position() + 1_000_000));
    }

    @Test
    void aCursorOlderThanWhatIsKeptIsGone() {
        String before = latest();
        UUID forgotten = registered();
        awaitEvents(forgotten, 1);
        String old = next(read(Map.of("partnerId", forgotten)));
        try (TimeTravel _ = TimeTravel.by(Period.ofDays(500))) {
            await().untilAsserted(() -> {
                forgetOldEvents.forget();
                crm().queryParam("partnerId", forgotten)
                        .get("/v1/events")
                        .then()
                        .body("items", empty());
            });
        }

        gone(before);
        UUID kept = registered();
        awaitEvents(kept, 1);
        read(Map.of("after", old)).then().statusCode(200).body("items.partnerId", hasItem(kept.toString()));
        read(Map.of("partnerId", kept)).then().statusCode(200).body("items.partnerId", contains(kept.toString()));
    }

    private static void refused(String parameter, String value, String detail) {
        crm().queryParam(parameter, value)
                .get("/v1/events")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?" + parameter))
                .body("errors[0].detail", containsString(detail));
    }

    private static void gone(String cursor) {
        read(Map.of("after", cursor)).then().statusCode(410).body("code", equalTo("CURSOR_TOO_OLD"));
    }

    private static JsonNode of(UUID partner, JsonNode sample) {
        return ((ObjectNode) sample.deepCopy()).put("partnerId", partner.toString());
    }

    private static List<Map<String, Object>> awaitEvents(UUID partner, int count) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> read(Map.of("partnerId", partner)).path("items"), items -> items.size() == count);
    }

    private static List<String> readOn(String from, int count) {
        List<String> ids = new ArrayList<>();
        String after = from;
        while (ids.size() < count) {
            Response answer = read(Map.of("after", after, "limit", 3, "wait", 10));
            answer.then().statusCode(200).body("items", not(empty()));
            ids.addAll(answer.path("items.id"));
            after = next(answer);
        }
        return ids;
    }

    /** A cursor behind all there is now. */
    private static String latest() {
        Response answer = read(Map.of("limit", 200));
        while (!answer.<List<?>>path("items").isEmpty()) {
            answer = read(Map.of("limit", 200, "after", next(answer)));
        }
        return next(answer);
    }

    private static Response read(Map<String, ?> query) {
        return crm().queryParams(query).get("/v1/events");
    }

    private static String next(Response answer) {
        return answer.path("nextCursor");
    }
}
