package com.vsoxp.alliance.directory.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two writers of whom the first to write is the last to commit, and who looks between them. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class OrderOfCommitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Delivered delivered;

    @Inject
    ChangeFeed feed;

    @Inject
    DataSource database;

    /** What is to be delivered, and of whom it tells. */
    private record News(String intake, UUID partner, Delivered.Message message) {}

    @Test
    void aFollowerWhoLooksBetweenTwoWritersMissesNeither() throws Exception {
        var first = listing();
        var second = listing();
        var follower = new FollowedFeed(feed.end().cursor(), 200);

        inTurn(first, second, follower::catchUp);

        Said.eventually(() -> {
            follower.catchUp();
            assertThat(follower.byPartner).containsKeys(first.partner.toString(), second.partner.toString());
        });
        assertThat(follower.repeated).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"listing, listing", "listing, story", "story, listing", "story, story"})
    void whatWasNotThereAtALookStandsBehindWhereThatEnded(String first, String second) throws Exception {
        var early = news(first);
        var late = news(second);
        var ends = new long[1];

        inTurn(early, late, () -> ends[0] = end());

        assertThat(positionOf(early.partner)).isGreaterThan(ends[0]);
        assertThat(positionOf(late.partner)).isGreaterThan(positionOf(early.partner));
    }

    /** The first has written and not committed when the second writes; then somebody looks; then both go on. */
    private void inTurn(News first, News second, Runnable look) throws Exception {
        var isWritten = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        try (var writers = Executors.newFixedThreadPool(2)) {
            var early = writers.submit(() -> delivered.to(first.intake, List.of(first.message), () -> {
                isWritten.countDown();
                waitFor(mayCommit);
            }));
            try {
                waitFor(isWritten);
                var late = writers.submit(() -> delivered.to(second.intake, List.of(second.message)));
                // Without a turn it is done; with one it waits, and is seen to.
                await().atMost(PATIENCE).until(() -> late.isDone() || isSomebodyWaitingForTheTurn());
                look.run();
                mayCommit.countDown();
                early.get();
                late.get();
            } finally {
                mayCommit.countDown();
            }
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private News news(String kind) {
        return kind.equals("story") ? story() : listing();
    }

    /** A partner that is known is to be listed. */
    private News listing() {
        var partner = Ids.next();
        var profile = EventContract.sample("alliance.partner.registered").deepCopy();
        ((ObjectNode) profile.get("partner")).put("name", Said.word());
        delivered.to("partners", List.of(message("alliance.partner.registered", partner, 1, profile)));
        var entitled = Said.entitlementsBody(partner, 1, "ACTIVE", "RESELLER", "INCLUDED");
        return new News("benefits", partner, message("alliance.entitlements.changed", partner, 1, entitled));
    }

    /** A partner that is listed is to have a story. */
    private News story() {
        var listed = listing();
        delivered.to(listed.intake, List.of(listed.message));
        var story = EventContract.sample("alliance.story.published").deepCopy();
        ((ObjectNode) story.get("story")).put("id", Ids.next().toString());
        return new News("partners", listed.partner, message("alliance.story.published", listed.partner, 2, story));
    }

    private static Delivered.Message message(String type, UUID partner, long sequence, JsonNode body) {
        return new Delivered.Message(Ids.next(), type, partner, sequence, body);
    }

    private long end() {
        return QuarkusTransaction.requiringNew().call(feed::end).position();
    }

    private long positionOf(UUID partner) throws SQLException {
        return number("""
                select max(position) from (select partner_id, position from publication
                                           union all select partner_id, position from success_story) as told
                where partner_id = '%s'""".formatted(partner));
    }

    private boolean isSomebodyWaitingForTheTurn() throws SQLException {
        return number("""
                select count(*) from pg_locks where locktype = 'advisory' and objid = 20040106 and not granted
                and database = (select oid from pg_database where datname = current_database())""") > 0;
    }

    private long number(String question) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.createStatement();
                var answer = ask.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
