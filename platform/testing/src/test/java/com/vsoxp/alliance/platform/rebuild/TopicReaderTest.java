package com.vsoxp.alliance.platform.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.SharedServers;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TopicReaderTest {

    private final Map<String, Object> broker =
            Map.of("bootstrap.servers", "127.0.0.1:" + SharedServers.get().kafkaPort(), "group.id", "nobody");
    private final String topic = "replay-" + UUID.randomUUID();
    private final String other = "replay-" + UUID.randomUUID();
    private final List<String> read = new ArrayList<>();
    private final Consumer<ConsumerRecords<String, byte[]>> taker =
            records -> records.forEach(record -> read.add(new String(record.value(), StandardCharsets.UTF_8)));

    private Admin admin;

    @BeforeEach
    void makeTopics() throws Exception {
        admin = Admin.create(Map.of("bootstrap.servers", broker.get("bootstrap.servers")));
        admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1), new NewTopic(other, 1, (short) 1)))
                .all()
                .get();
    }

    @AfterEach
    void dropTopics() throws Exception {
        admin.deleteTopics(List.of(topic, other)).all().get();
        admin.close();
    }

    @Test
    void allThatLiesThereIsReadOnceFromTheFirstOnAndThenWhatCameMeanwhile() {
        publish(topic, 0, "a", "b", "c");
        publish(topic, 1, "d");
        publish(other, 0, "e");
        try (TopicReader reader = reader()) {
            var ends = reader.ends();
            assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
            reader.readTo(ends, taker);
            assertThat(read).containsExactlyInAnyOrder("a", "b", "c", "d", "e");

            publish(topic, 1, "f");
            reader.readTo(reader.ends(), taker);
            assertThat(read).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
        }
        // No group's place was moved: another one reads all again.
        try (TopicReader again = reader()) {
            again.readTo(again.ends(), taker);
        }
        assertThat(read).hasSize(12);
    }

    @Test
    void nothingIsWaitedForWhereNothingLies() {
        try (TopicReader reader = reader()) {
            reader.readTo(reader.ends(), taker);
        }

        assertThat(read).isEmpty();
    }

    @Test
    void noMoreAreGivenAtOnceThanAskedFor() {
        publish(topic, 0, "a", "b", "c", "d", "e");
        List<Integer> batches = new ArrayList<>();
        try (TopicReader reader = new TopicReader(broker, List.of(topic), 2)) {
            reader.readTo(reader.ends(), records -> batches.add(records.count()));
        }

        assertThat(batches).allSatisfy(batch -> assertThat(batch).isLessThanOrEqualTo(2));
    }

    @Test
    void aTopicThatHasLostItsFirstEventsIsRefusedByName() throws ExecutionException, InterruptedException {
        publish(topic, 0, "a", "b", "c");
        admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(1)))
                .all()
                .get();

        assertThatThrownBy(this::reader)
                .isInstanceOf(JobEndedException.class)
                .hasMessageStartingWith(topic + " does not reach back");
    }

    @Test
    void whoIsInterruptedEndsAndMayStillNoteIt() {
        publish(topic, 0, "a");
        try (TopicReader reader = reader()) {
            var beyond = Map.of(new TopicPartition(topic, 0), 2L);
            assertThatThrownBy(() ->
                            reader.readTo(beyond, _ -> Thread.currentThread().interrupt()))
                    .isInstanceOf(JobEndedException.class)
                    .hasMessageContaining("shut down");
            assertThat(Thread.currentThread().isInterrupted()).isFalse();

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reader.readTo(beyond, taker))
                    .as("interrupted while it waits for the broker")
                    .isInstanceOf(JobEndedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private TopicReader reader() {
        return new TopicReader(broker, List.of(topic, other), 1_000);
    }

    private static void publish(String topic, int partition, String... values) {
        for (String value : values) {
            Topics.publish(new ProducerRecord<>(topic, partition, "key", value.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
