package com.vsoxp.alliance.partner.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.feed.keeping.AppendToFeed;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class FeedOrderTest {

    private static final String RARE = "alliance.standing.changed";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AppendToFeed appendToFeed;

    @Inject
    Feed feed;

    @Inject
    DataSource database;

    /** The earlier transaction is slow: were its positions given out already, a reader would go past them for ever. */
    @Test
    void noEventShowsUpBehindAReader() throws ExecutionException, InterruptedException {
        UUID partner = UUID.randomUUID();
        FeedFilter ofPartner = new FeedFilter(Set.of(), partner);
        long start = feed.after(0, ofPartner, 1).through();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    appendToFeed.append(List.of(event(partner, 1)));
                    written.countDown();
                    awaitUninterrupted(mayCommit);
                }));
        written.await();
        CompletableFuture<Void> fast = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> appendToFeed.append(List.of(event(partner, 2)))));

        await().during(java.time.Duration.ofMillis(300))
                .until(() -> feed.after(start, ofPartner, 10).events().isEmpty());
        long reader = feed.after(start, ofPartner, 10).through();
        mayCommit.countDown();
        slow.get();
        fast.get();

        assertThat(feed.after(reader, ofPartner, 10).events())
                .extracting(FeedEvent::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void aBatchKeepsItsOrderAndItsBytes() {
        UUID partner = UUID.randomUUID();
        List<ReceivedEvent> batch = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            batch.add(event(partner, i));
        }
        QuarkusTransaction.requiringNew().run(() -> appendToFeed.append(batch));

        List<FeedEvent> told =
                feed.after(0, new FeedFilter(Set.of(), partner), 1_000).events();

        assertThat(told).extracting(FeedEvent::sequence).isSorted().hasSize(300);
        assertThat(told).extracting(FeedEvent::position).isSorted();
        assertThat(told)
                .extracting(FeedEvent::data)
                .containsExactlyElementsOf(batch.stream()
                        .map(event -> new String(event.content(), StandardCharsets.UTF_8))
                        .toList());
    }

    @Test
    void aRareTypeFarBehindIsReachedInBoundedSteps() throws SQLException {
        UUID partner = UUID.randomUUID();
        fill(partner, 3_500);
        QuarkusTransaction.requiringNew().run(() -> appendToFeed.append(List.of(event(partner, 1))));
        FeedFilter rare = new FeedFilter(Set.of(RARE), partner);

        int steps = 1;
        FeedSlice slice = feed.after(0, rare, 50);
        while (slice.events().isEmpty()) {
            assertThat(slice.more()).isTrue();
            long from = slice.through();
            slice = feed.after(from, rare, 50);
            assertThat(slice.through()).isGreaterThan(from);
            steps++;
        }

        assertThat(steps).isEqualTo(4);
        assertThat(slice.events()).extracting(FeedEvent::type).containsExactly(RARE);
        assertThat(slice.more()).isFalse();
    }

    private void fill(UUID partner, int events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into event_feed (event_id, type, topic, source, partner_id, time, sequence, data)
                        select gen_random_uuid(), 'alliance.sale.recorded', 'alliance.sales', '/test', ?, now(), i, '{}'
                        from generate_series(1, ?) as i""")) {
            insert.setObject(1, partner);
            insert.setInt(2, events);
            insert.executeUpdate();
        }
    }

    private static ReceivedEvent event(UUID partner, long sequence) {
        String data = "{ \"partnerId\" : \"%s\", \"sequence\":%d, \"name\": \"Ærø\" }".formatted(partner, sequence);
        return new ReceivedEvent(
                UUID.randomUUID(),
                RARE,
                "alliance.eligibility",
                partner.toString(),
                "/eligibility-service",
                Instant.parse("2026-11-23T07:00:00Z"),
                sequence,
                null,
                data.getBytes(StandardCharsets.UTF_8),
                JSON.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
