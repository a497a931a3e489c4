package com.vsoxp.alliance.local.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The dead letters of one topic that nobody has replayed yet. How far the replays have come is kept by the broker, as the
 * offsets of a consumer group, so a letter is replayed once whoever calls.
 */
public final class DeadLetters {

    private static final String GROUP = "dead-letters";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String broker;
    private final String topic;

    /** @param topic the topic that the records were meant for, without {@code .dlq} */
    public DeadLetters(String broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    /** Shows every letter that was not replayed yet, oldest first within a partition; returns how many. */
    public int list(Consumer<DeadLetter> reader) {
        try (var consumer = consumer()) {
            List<ConsumerRecord<byte[], byte[]>> letters = unread(consumer);
            letters.forEach(letter -> reader.accept(DeadLetter.of(letter)));
            return letters.size();
        }
    }

    /**
     * Sends every letter that was not replayed yet to its topic again, same key, bytes and headers; returns how many. All
     * services see it again, and those that had taken it pass over it by its id.
     */
    public int replay() throws InterruptedException {
        try (var consumer = consumer();
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<ConsumerRecord<byte[], byte[]>> letters = unread(consumer);
            Map<TopicPartition, OffsetAndMetadata> replayed = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> letter : letters) {
                producer.send(original(letter)).get();
                replayed.put(
                        new TopicPartition(letter.topic(), letter.partition()),
                        new OffsetAndMetadata(letter.offset() + 1));
                consumer.commitSync(replayed);
            }
            return letters.size();
        } catch (ExecutionException e) {
            throw new KafkaException("A letter could not be replayed", e.getCause());
        }
    }

    private ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
        var record = new ProducerRecord<>(topic, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith("dlq_")) {
                record.headers().add(header);
            }
        }
        return record;
    }

    private List<ConsumerRecord<byte[], byte[]>> unread(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic + ".dlq", PATIENCE).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
        }
        return letters;
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                broker,
                "group.id",
                GROUP,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * What an operator wants to know of a letter.
     *
     * @param intake who could not take it
     * @param reason why
     * @param failedAt when, as an ISO-8601 instant
     */
    public record DeadLetter(String type, String key, String id, String intake, String reason, String failedAt) {

        private static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
            String key = letter.key() == null ? "-" : new String(letter.key(), StandardCharsets.UTF_8);
            return new DeadLetter(
                    header(letter, "ce_type"),
                    key,
                    header(letter, "ce_id"),
                    header(letter, "dlq_intake"),
                    header(letter, "dlq_reason"),
                    header(letter, "dlq_failed_at"));
        }

        private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
            Header header = letter.headers().lastHeader(name);
            return header == null || header.value() == null ? "-" : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
