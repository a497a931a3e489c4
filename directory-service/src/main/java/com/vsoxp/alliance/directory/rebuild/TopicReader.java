package com.vsoxp.alliance.directory.rebuild;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics from their first event on, beside the intakes and without their groups. */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /** @throws RebuildEndedException if a topic does not reach back to its first event any more */
    TopicReader(Map<String, Object> broker, Collection<String> topics) {
        var settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        partitions = topics.stream().flatMap(this::partitionsOf).toList();
        consumer.assign(partitions);
        consumer.beginningOffsets(partitions, PATIENCE).forEach((partition, first) -> {
            if (first > 0) {
                throw new RebuildEndedException(
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
    void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecords<String, byte[]>> taker) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            var records = consumer.poll(Duration.ofSeconds(1));
            if (!records.isEmpty()) {
                taker.accept(records);
            }
            if (Thread.interrupted()) {
                throw new RebuildEndedException("The service was shut down while it ran. Start another one.");
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
