package com.vsoxp.alliance.partner.webhook.dispatch;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.standardwebhooks.Webhook;
import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.partner.webhook.LocalReceivers;
import com.vsoxp.alliance.partner.webhook.Receiver;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = LocalReceivers.class, restrictToAnnotatedClass = false)
class DeliveryTest {

    private UUID partner;

    @BeforeEach
    void registerPartner() {
        partner = registered();
    }

    @Test
    void anEventArrivesWithASignatureThatTheSpecificationsLibraryAccepts() {
        try (Receiver receiver = Receiver.answering(204)) {
            Response webhook = webhook(receiver);
            sell();
            Receiver.Call call = awaitCalls(receiver, 1).getFirst();

            assertThatCode(() -> new Webhook(webhook.<String>path("secret")).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            PublishedEvent published =
                    Topics.eventsOn(AllianceTopics.SALES, partner.toString()).getFirst();
            assertThat(call.id()).isEqualTo(published.headers().get("ce_id"));
            assertThat(call.json().path("type").textValue()).isEqualTo("alliance.sale.recorded");
            assertThat(call.json().path("timestamp").textValue())
                    .isEqualTo(published.headers().get("ce_time"));
            assertThat(call.json().path("partnerId").textValue()).isEqualTo(partner.toString());
            assertThat(call.json().path("data")).isEqualTo(published.data());
            assertThat(call.headers().get("content-type").getFirst()).startsWith("application/json");
            log(webhook, "DELIVERED")
                    .body("items.eventId", contains(call.id()))
                    .body("items.attempts", contains(1))
                    .body("items.lastStatus", contains(204))
                    .body("items[0].nextAttemptAt", nullValue());
        }
    }

    @Test
    void whatWasNotTakenComesAgainUnderTheSameId() {
        int[] calls = {0};
        try (Receiver receiver = Receiver.answering(call -> ++calls[0] < 3
                ? new Receiver.Answer(500, Map.of(), "down for\nmaintenance")
                : Receiver.Answer.of(200))) {
            Response webhook = webhook(receiver);
            sell();
            awaitCalls(receiver, 1);
            log(webhook, "PENDING").body("items.lastError", contains("HTTP 500: down for maintenance"));

            assertThat(awaitCalls(receiver, 3))
                    .extracting(Receiver.Call::id)
                    .containsOnly(receiver.ids().getFirst());
            assertThat(receiver.calls())
                    .extracting(Receiver.Call::body)
                    .containsOnly(receiver.calls().getFirst().body());
            log(webhook, "DELIVERED").body("items.attempts", contains(3)).body("items[0].lastError", nullValue());
        }
    }

    @Test
    void eventsAreSentInTheOrderOfTheFeedAndTheLogHasTheLatestFirst() {
        try (Receiver receiver = Receiver.answering(200)) {
            Response webhook = webhook(receiver);
            IntStream.range(0, 5).forEach(i -> sell());
            awaitCalls(receiver, 5);
            List<String> published = Topics.eventsOn(AllianceTopics.SALES, partner.toString()).stream()
                    .map(event -> event.headers().get("ce_id"))
                    .toList();

            log(webhook, "DELIVERED")
                    .body("items", hasSize(5))
                    .body("items.eventId", contains(published.reversed().toArray()));
            Response first = crm().queryParam("limit", 2).get(path(webhook) + "/deliveries");
            Response second = crm().queryParam("limit", 2)
                    .queryParam("cursor", first.<String>path("nextCursor"))
                    .get(path(webhook) + "/deliveries");
            assertThat(second.<List<String>>path("items.eventId")).containsExactly(published.get(2), published.get(1));
            assertThat(receiver.ids()).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    void onlyWhatWasAskedForIsSent() {
        UUID other = registered();
        try (Receiver receiver = Receiver.answering(200)) {
            manager()
                    .body("""
                            {"url": "%s", "types": ["alliance.enrollment.applied"], "partnerId": "%s"}""".formatted(receiver.url(), partner))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);
            sell();
            apply(other);
            apply(partner);

            awaitCalls(receiver, 1);
            await().during(Duration.ofMillis(500)).until(() -> receiver.calls().size() == 1);
            assertThat(receiver.calls().getFirst().json().path("partnerId").textValue())
                    .isEqualTo(partner.toString());
        }
    }

    @Test
    void whatWasTakenIsSentAgainOnRequest() {
        try (Receiver receiver = Receiver.answering(200)) {
            Response webhook = webhook(receiver);
            Instant before = Instant.now();
            sell();
            sell();
            awaitCalls(receiver, 2);
            log(webhook, "DELIVERED").body("items", hasSize(2));
            String delivery = crm().get(path(webhook) + "/deliveries").path("items[0].id");
            String event = receiver.ids().getFirst();

            redeliver(webhook, "{\"deliveryId\": \"" + delivery + "\"}")
                    .statusCode(202)
                    .body("deliveries", equalTo(1));
            awaitCalls(receiver, 3);
            redeliver(webhook, "{\"eventId\": \"" + event + "\"}").statusCode(202);
            assertThat(awaitCalls(receiver, 4).getLast().id()).isEqualTo(event);
            log(webhook, "DELIVERED").body("items", hasSize(2));
            redeliver(webhook, "{\"since\": \"" + before + "\"}")
                    .statusCode(202)
                    .body("deliveries", equalTo(2));
            awaitCalls(receiver, 6);
            assertThat(receiver.ids())
                    .containsOnly(receiver.ids().get(0), receiver.ids().get(1));

            redeliver(webhook, "{\"eventId\": \"" + UUID.randomUUID() + "\"}").statusCode(404);
            redeliver(webhook, "{}").statusCode(422).body("errors.code", contains("EXACTLY_ONE"));
            redeliver(webhook, "{\"eventId\": \"%s\", \"since\": \"%s\"}".formatted(event, before))
                    .statusCode(422);
            redeliver(webhook, "{\"since\": \"%1$s\", \"until\": \"%1$s\"}".formatted(before))
                    .statusCode(422)
                    .body("errors.pointer", contains("/until"));
        }
    }

    @Test
    void anAddressThatIsGoneIsDisabledAtOnceAndGoesOnWhenItIsEnabled() {
        try (Receiver receiver = Receiver.answering(410)) {
            Response webhook = webhook(receiver);
            sell();
            awaitDisabled(webhook).body("disabledReason", equalTo("The address answered 410 Gone."));
            int calls = receiver.calls().size();
            sell();
            await().during(Duration.ofMillis(600)).until(() -> receiver.calls().size() == calls);
            redeliver(webhook, "{\"eventId\": \"" + receiver.ids().getFirst() + "\"}")
                    .statusCode(409);
            manager().get("/v1/partners/{id}/audit", partner).then().body("items.action", hasItem("WEBHOOK_DISABLED"));

            receiver.answer(200);
            crm().post(path(webhook) + "/enabling")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACTIVE"))
                    .body("disabledReason", nullValue());

            log(webhook, "DELIVERED").body("items", hasSize(2));
            crm().post(path(webhook) + "/enabling").then().statusCode(409);
        }
    }

    @Test
    void anAddressThatTakesNothingIsDisabledWithTheReasonAndMissesNothing() {
        try (Receiver receiver = Receiver.answering(503)) {
            Response webhook = webhook(receiver);
            sell();
            sell();
            awaitDisabled(webhook)
                    .body("disabledReason", startsWith("No event was taken since "))
                    .body("disabledReason", containsString("Last answer: HTTP 503"));
            crm().queryParam("status", "FAILED")
                    .get(path(webhook) + "/deliveries")
                    .then()
                    .body("items.attempts", everyItem(equalTo(4)))
                    .body("items", not(hasSize(0)));

            receiver.answer(200);
            crm().post(path(webhook) + "/enabling").then().statusCode(200);

            log(webhook, "DELIVERED").body("items", hasSize(2));
        }
    }

    @Test
    void oneEventThatNobodyCanTakeHoldsUpNoneAndDisablesNothing() {
        String[] poison = {null};
        try (Receiver receiver = Receiver.answering(call -> {
            poison[0] = poison[0] == null ? call.id() : poison[0];
            return Receiver.Answer.of(call.id().equals(poison[0]) ? 500 : 200);
        })) {
            Response webhook = webhook(receiver);
            sell();
            awaitCalls(receiver, 1);
            sell();
            awaitDistinct(receiver, 2);
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                sell();
                return !crm().queryParam("status", "FAILED")
                        .get(path(webhook) + "/deliveries")
                        .<List<?>>path("items")
                        .isEmpty();
            });

            crm().get(path(webhook)).then().body("status", equalTo("ACTIVE"));
            crm().queryParam("status", "FAILED")
                    .get(path(webhook) + "/deliveries")
                    .then()
                    .body("items.eventId", contains(poison[0]));
        }
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() {
        CountDownLatch asleep = new CountDownLatch(1);
        try (Receiver slow = Receiver.answering(call -> {
                    awaitQuietly(asleep);
                    return Receiver.Answer.of(200);
                });
                Receiver quick = Receiver.answering(200)) {
            webhook(slow);
            webhook(quick);
            IntStream.range(0, 6).forEach(i -> sell());

            awaitDistinct(quick, 6);
            assertThat(slow.calls()).hasSizeLessThanOrEqualTo(4);
            asleep.countDown();
            awaitDistinct(slow, 6);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Receiver receiver =
                Receiver.answering(call -> new Receiver.Answer(307, Map.of("Location", "/elsewhere"), ""))) {
            Response webhook = webhook(receiver);
            sell();
            awaitCalls(receiver, 2);
            log(webhook, "PENDING").body("items.lastStatus", contains(307));
            assertThat(receiver.calls()).extracting(Receiver.Call::path).containsOnly("/hook");
        }
    }

    @Test
    void whileASecretIsReplacedBothSign() {
        try (Receiver receiver = Receiver.answering(200)) {
            Response webhook = webhook(receiver);
            String renewed = crm().post(path(webhook) + "/secret")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("secret");
            sell();
            Receiver.Call call = awaitCalls(receiver, 1).getFirst();
            for (String secret : List.of(webhook.<String>path("secret"), renewed)) {
                assertThatCode(() -> new Webhook(secret).verify(call.body(), call.headers()))
                        .doesNotThrowAnyException();
            }
            assertThat(call.signatures()).hasSize(2);

            try (TimeTravel _ = TimeTravel.by(Duration.ofHours(25))) {
                await().untilAsserted(() -> {
                    sell();
                    assertThat(receiver.calls().getLast().signatures()).hasSize(1);
                });
            }
        }
    }

    private Response webhook(Receiver receiver) {
        Response made = crmWebhook(receiver);
        made.then().statusCode(201);
        return made;
    }

    private Response crmWebhook(Receiver receiver) {
        return crm().body("""
                        {"url": "%s", "partnerId": "%s", "types": ["alliance.sale.recorded"]}""".formatted(receiver.url(), partner)).post("/v1/webhooks");
    }

    private void sell() {
        crm().body(sale(partner, order(), 1)).post("/v1/sales").then().statusCode(201);
    }

    private static void apply(UUID partner) {
        crm().body("{\"tier\": \"RESELLER\"}")
                .post("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse redeliver(Response webhook, String what) {
        return crm().body(what).post(path(webhook) + "/redelivery").then();
    }

    private static String path(Response webhook) {
        return "/v1/webhooks/" + webhook.path("id");
    }

    private static List<Receiver.Call> awaitCalls(Receiver receiver, int count) {
        return await().atMost(Duration.ofSeconds(15)).until(receiver::calls, calls -> calls.size() >= count);
    }

    private static void awaitDistinct(Receiver receiver, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> receiver.ids().stream().distinct().count() >= count);
    }

    private static ValidatableResponse awaitDisabled(Response webhook) {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> "DISABLED".equals(crm().get(path(webhook)).path("status")));
        return crm().get(path(webhook)).then().body("disabledAt", not(nullValue()));
    }

    /** The log once nothing in it is in another state any more. */
    private static ValidatableResponse log(Response webhook, String status) {
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            List<String> statuses = crm().get(path(webhook) + "/deliveries").path("items.status");
            return !statuses.isEmpty() && statuses.stream().allMatch(status::equals);
        });
        return crm().queryParam("status", status)
                .get(path(webhook) + "/deliveries")
                .then();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
