package com.vsoxp.alliance.eligibility.rebuild.replay;

import com.vsoxp.alliance.eligibility.AllianceTopics;
import com.vsoxp.alliance.eligibility.job.JobEndedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics from their first event on, beside the intakes and without their groups. */
final class TopicReader implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of(AllianceTopics.PARTNERS, AllianceTopics.SALES, AllianceTopics.ELIGIBILITY);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** Takes what the records hold. */
    interface Taker {
        void take(ConsumerRecords<String, byte[]> records);
    }

    /** @throws JobEndedException if a topic does not reach back to its first event any more */
    TopicReader(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = TOPICS.stream().flatMap(this::partitionsOf).toList();
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions, PATIENCE).forEach((partition, first) -> {
            if (first > 0) {
                throw new JobEndedException(
                        partition.topic() + " does not reach back to its first event: nothing can be built from it.");
            }
        });
        consumer.seekToBeginning(partitions);
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()));
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, PATIENCE);
    }

    /** Goes on to there. */
    void readTo(Map<TopicPartition, Long> ends, Taker taker) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
            if (!records.isEmpty()) {
                taker.take(records);
            }
            if (Thread.interrupted()) {
                throw new JobEndedException("The service was shut down while it ran. Start another one.");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
