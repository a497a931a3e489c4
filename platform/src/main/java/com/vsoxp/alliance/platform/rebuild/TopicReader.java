package com.vsoxp.alliance.platform.rebuild;

import com.vsoxp.alliance.platform.job.JobEndedException;
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
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their first event on, beside the intakes and without their groups. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    /**
     * Begins at the first event of each.
     *
     * @param broker the settings by which it is reached
     * @param atOnce how many records are given to the taker at once, at most
     * @throws JobEndedException if a topic does not reach back to its first event any more
     */
    public TopicReader(Map<String, Object> broker, Collection<String> topics, int atOnce) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, atOnce);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        try {
            partitions = topics.stream().flatMap(this::partitionsOf).toList();
            consumer.assign(partitions);
            seekToFirstEvents();
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    private Stream<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()));
    }

    private void seekToFirstEvents() {
        consumer.beginningOffsets(partitions, PATIENCE).forEach((partition, first) -> {
            if (first > 0) {
                throw new JobEndedException(
                        partition.topic() + " does not reach back to its first event: nothing can be built from it.");
            }
        });
        consumer.seekToBeginning(partitions);
    }

    /** Where the topics end now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, PATIENCE);
    }

    /**
     * Goes on to there; what lies behind it may be given too.
     *
     * @throws JobEndedException if the thread is interrupted
     */
    public void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecords<String, byte[]>> taker) {
        try {
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                if (!records.isEmpty()) {
                    taker.accept(records);
                }
                if (Thread.interrupted()) {
                    throw shutDown();
                }
            }
        } catch (InterruptException e) {
            // What is left to do, to note the end above all, is not to be interrupted too.
            Thread.interrupted();
            throw shutDown();
        }
    }

    private static JobEndedException shutDown() {
        return new JobEndedException("The service was shut down while it ran. Start another one.");
    }

    @Override
    public void close() {
        consumer.close();
    }
}
