package com.vsoxp.alliance.platform.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.event.EventHeaders;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The promises of outbox and inbox, on a real database and a real broker. */
@QuarkusTest
@QuarkusTestResource(AllianceTestResource.class)
class DeliveryTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Inject
    Outbox outbox;

    @Inject
    LedgerIntake ledger;

    @Inject
    DataSource database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aCommittedEventLeavesAsACloudEventWithItsSequence() {
        append("first", "second");

        PublishedEvent second = Topics.awaitEvent("alliance.sales", key, "test.note", data -> data.path("note")
                .asText()
                .equals("second"));

        assertThat(second.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/platform-test")
                .containsEntry("ce_subject", key)
                .containsEntry("ce_sequence", "2")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_dataschema", "https://alliance.vso-xp.example/events/test.note.json")
                .containsKeys("ce_id", "ce_time", "traceparent");
        assertThat(second.data().path("sequence").asLong()).isEqualTo(2);
    }

    @Test
    void anEventOfARolledBackTransactionNeverLeavesAndLeavesNoHole() {
        append("kept");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(note("undone"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        append("kept too");

        Topics.awaitEvent("alliance.sales", key, "test.note", data -> data.path("note")
                .asText()
                .equals("kept too"));

        assertThat(Topics.eventsOn("alliance.sales", key))
                .extracting(event -> event.data().path("note").asText(), PublishedEvent::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("kept", 1L),
                        org.assertj.core.groups.Tuple.tuple("kept too", 2L));
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> outbox.append(note("lost"))).hasMessageContaining("ransaction");
    }

    @Test
    void eventsOfOneKeyLeaveInTheOrderOfTheirCommitsHoweverManyWrite() {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                writers.submit(() -> append("one of many"));
            }
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Topics.eventsOn("alliance.sales", key).size() >= 200);

        assertThat(Topics.eventsOn("alliance.sales", key))
                .extracting(PublishedEvent::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void theRelayFreesTheRoomOfEventsThatLeftThoughItOwnsNoTable() throws SQLException {
        long before = timesFreed();
        String[] hundred = Collections.nCopies(100, "one of many").toArray(String[]::new);

        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            append(hundred);
            return timesFreed() > before;
        });
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        UUID id = UUID.randomUUID();
        Topics.publish("alliance.partners", "test.note", key, data(1, "once"), id);
        Topics.publish("alliance.partners", "test.note", key, data(1, "once"), id);
        Topics.publish("alliance.partners", "test.note", key, data(2, "then"));

        await().until(() -> ledger.sequencesOf(key).contains(2L));

        assertThat(ledger.sequencesOf(key)).containsExactly(1L, 2L);
    }

    @Test
    void aPoisonRecordIsSetAsideWithItsBytesAndItsNeighboursAreTaken() {
        Topics.publish("alliance.partners", "test.note", key, data(1, "before"));
        Topics.publish("alliance.partners", "test.note", key, data(2, "poison"));
        Topics.publish(new ProducerRecord<>("alliance.partners", key, "{ no json".getBytes(StandardCharsets.UTF_8)));
        Topics.publish("alliance.partners", "test.note", key, data(3, "after"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Topics.eventsOn("alliance.partners.dlq", key).size() == 2);
        await().until(() -> ledger.sequencesOf(key).size() == 2);

        assertThat(ledger.sequencesOf(key)).containsExactly(1L, 3L);
        List<PublishedEvent> letters = Topics.eventsOn("alliance.partners.dlq", key);
        assertThat(letters.getFirst().data()).hasToString(data(2, "poison").toString());
        assertThat(letters.getFirst().headers())
                .containsEntry("dlq_reason", "This note is poison")
                .containsEntry("dlq_intake", "ledger")
                .containsEntry("ce_type", "test.note");
        assertThat(letters.getLast().data().asText()).isEqualTo("{ no json");
    }

    @Test
    void theTraceOfAnEventGoesOnInTheEventsThatFollowFromIt() {
        ProducerRecord<String, byte[]> traced = new ProducerRecord<>(
                "alliance.partners", key, data(1, "traced").toString().getBytes(StandardCharsets.UTF_8));
        EventHeaders.add(traced.headers(), EventHeaders.ID, UUID.randomUUID().toString());
        EventHeaders.add(traced.headers(), EventHeaders.TYPE, "test.note");
        EventHeaders.add(traced.headers(), EventHeaders.SOURCE, "/test");
        EventHeaders.add(traced.headers(), EventHeaders.TIME, "2026-01-01T00:00:00Z");
        EventHeaders.add(traced.headers(), EventHeaders.SEQUENCE, "1");
        EventHeaders.add(traced.headers(), EventHeaders.TRACE_PARENT, "00-" + TRACE + "-00f067aa0ba902b7-01");
        Topics.publish(traced);

        PublishedEvent answer = Topics.awaitEvent("alliance.benefits", key, "test.noted", data -> true);

        assertThat(answer.headers().get("traceparent")).startsWith("00-" + TRACE + "-");
    }

    @Test
    void aDatabaseThatDropsAllConnectionsLosesNothingAndDoublesNothing() {
        for (int sequence = 1; sequence <= 60; sequence++) {
            Topics.publish("alliance.partners", "test.note", key, data(sequence, "steady"));
            if (sequence % 20 == 0) {
                dropAllConnections();
            }
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> answers().size() == 60);

        List<Long> each = LongStream.rangeClosed(1, 60).boxed().toList();
        assertThat(ledger.sequencesOf(key)).containsExactlyElementsOf(each);
        assertThat(answers()).containsExactlyElementsOf(each);
    }

    /** By event, since one whose striking off was lost is rightly sent again under its own id. */
    private List<Long> answers() {
        return Topics.eventsOn("alliance.benefits", key).stream()
                .collect(Collectors.toMap(
                        event -> event.headers().get("ce_id"),
                        PublishedEvent::sequence,
                        (first, again) -> first,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** How often it was done on demand: the database's own turns are not among them, nor is what lacked the right. */
    private long timesFreed() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet outbox = statement.executeQuery(
                        "select vacuum_count from pg_stat_user_tables where relname = 'outbox'")) {
            outbox.next();
            return outbox.getLong(1);
        }
    }

    private void append(String... notes) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String note : notes) {
                outbox.append(note(note));
            }
        });
    }

    private NewEvent note(String note) {
        return new NewEvent("alliance.sales", "test.note", key, new Note(note));
    }

    private static ObjectNode data(long sequence, String note) {
        return new ObjectMapper().createObjectNode().put("sequence", sequence).put("note", note);
    }

    private void dropAllConnections() {
        try (Connection connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            // The pool may hand out a connection that an earlier round has just dropped: that is the point of it.
            assertThat(e.getSQLState()).startsWith("57");
        }
    }
}
