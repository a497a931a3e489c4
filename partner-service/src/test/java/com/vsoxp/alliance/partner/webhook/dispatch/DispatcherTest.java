package com.vsoxp.alliance.partner.webhook.dispatch;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.partner.webhook.LocalReceivers;
import com.vsoxp.alliance.partner.webhook.Receiver;
import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = LocalReceivers.class, restrictToAnnotatedClass = false)
class DispatcherTest {

    @Inject
    Dispatcher dispatcher;

    @Inject
    DataSource database;

    @Inject
    FeedBell bell;

    @Inject
    WebhookRun runs;

    @Inject
    WebhooksConfig config;

    @Inject
    Clock clock;

    private UUID partner;

    @BeforeEach
    void registerPartner() {
        partner = registered();
    }

    @AfterEach
    void letTheServiceGoOn() throws InterruptedException {
        dispatcher.stop(new ShutdownEvent());
        dispatcher.start(new StartupEvent());
    }

    @Test
    void aReplicaThatStartsSendsWhatTheOneBeforeLeft() throws InterruptedException {
        try (Receiver receiver = Receiver.answering(call -> new Receiver.Answer(503, Map.of("Retry-After", "4"), ""))) {
            webhook(receiver);
            sell(3);
            await().until(() -> !receiver.calls().isEmpty());
            dispatcher.stop(new ShutdownEvent());
            sell(2);
            receiver.answer(200);
            int calls = receiver.calls().size();
            await().during(Duration.ofMillis(500)).until(() -> receiver.calls().size() == calls);

            Dispatcher next = new Dispatcher(database, bell, runs, config, clock);
            next.start(new StartupEvent());

            awaitDistinct(receiver, 5);
            next.stop(new ShutdownEvent());
        }
    }

    @Test
    void twoReplicasSendEachEventOnce() throws InterruptedException {
        try (Receiver receiver = Receiver.answering(200)) {
            Dispatcher second = new Dispatcher(database, bell, runs, config, clock);
            second.start(new StartupEvent());
            webhook(receiver);
            sell(30);
            awaitDistinct(receiver, 30);
            second.stop(new ShutdownEvent());
            assertThat(receiver.ids()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aReplicaThatDiedIsReplacedWhenItsLeaseRunsOut() throws SQLException {
        try (Receiver receiver = Receiver.answering(200)) {
            UUID webhook = webhook(receiver);
            change(
                    "update webhook_progress set served_by = gen_random_uuid(), served_until = now() + interval '2 seconds' "
                            + "where webhook_id = ?",
                    webhook);
            sell(1);

            await().during(Duration.ofMillis(1_000))
                    .until(() -> receiver.calls().isEmpty());
            awaitDistinct(receiver, 1);
        }
    }

    @Test
    void anAddressThatMovedIntoTheNetworkIsNotAsked() throws SQLException {
        try (Receiver receiver = Receiver.answering(200)) {
            UUID webhook = webhook(receiver);
            change("update webhook set url = 'http://10.0.0.1/hook' where id = ?", webhook);
            sell(1);

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> crm().get("/v1/webhooks/{id}/deliveries", webhook)
                            .then()
                            .body("items.lastError", hasItem("The host is not on the public internet.")));
            assertThat(receiver.calls()).isEmpty();
        }
    }

    @Test
    void onlySoManyWaitAndAllAreSentOnceTheReceiverIsBack() throws SQLException {
        try (Receiver receiver = Receiver.answering(call -> new Receiver.Answer(503, Map.of("Retry-After", "3"), ""))) {
            UUID webhook = webhook(receiver);
            fill(700);
            await().atMost(Duration.ofSeconds(20)).until(() -> pending(webhook) == 500);
            // Longer than the receiver asks to be spared: it is tried again, and still no more are added.
            await().during(Duration.ofSeconds(5)).atMost(Duration.ofSeconds(8)).until(() -> pending(webhook) == 500);

            receiver.answer(200);

            await().atMost(Duration.ofSeconds(40)).until(() -> delivered(webhook) == 700);
        }
    }

    private UUID webhook(Receiver receiver) {
        return UUID.fromString(crm().body("""
                        {"url": "%s", "partnerId": "%s", "types": ["alliance.sale.recorded"]}""".formatted(receiver.url(), partner))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void sell(int sales) {
        IntStream.range(0, sales).forEach(i -> crm().body(sale(partner, order(), 1))
                .post("/v1/sales")
                .then()
                .statusCode(201));
    }

    private void fill(int events) throws SQLException {
        change("""
                insert into event_feed (event_id, type, topic, source, partner_id, time, sequence, data)
                select gen_random_uuid(), 'alliance.sale.recorded', 'alliance.sales', '/test', ?, now(), i, '{}'
                from generate_series(1, %d) as i""".formatted(events), partner);
    }

    private void change(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        }
    }

    private int pending(UUID webhook) throws SQLException {
        return count("select count(*) from webhook_delivery where status = 'PENDING' and webhook_id = ?", webhook);
    }

    private int delivered(UUID webhook) throws SQLException {
        return count("select count(*) from webhook_delivery where status = 'DELIVERED' and webhook_id = ?", webhook);
    }

    private int count(String sql, UUID webhook) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, webhook);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void awaitDistinct(Receiver receiver, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> receiver.ids().stream().distinct().count() >= count);
    }
}
