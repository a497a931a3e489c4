package com.vsoxp.alliance.bench.rebuild;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the topics as the services do. */
final class Events implements AutoCloseable {

    private static final long HIGH_BITS = 0x019abf1000007000L;
    private static final long LOW_BITS = 0x8000000000000000L;

    private final KafkaProducer<String, byte[]> producer;
    private final SplittableRandom random = new SplittableRandom(42);

    Events(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The id of partner number n, from 1 on. */
    static UUID partner(int n) {
        return new UUID(HIGH_BITS, LOW_BITS | n);
    }

    SplittableRandom random() {
        return random;
    }

    /** Version 7, as the services make them: of one time and random. */
    UUID id(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    void tell(String topic, String type, UUID partner, int sequence, Instant at, String body) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, partner.toString(), body.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", id(at).toString());
        header(event, "ce_type", type);
        header(
                event,
                "ce_source",
                topic.replaceFirst("alliance.(partner|sale)s", "partner").replace("alliance.", "") + "-service");
        header(event, "ce_time", at.toString());
        header(event, "ce_subject", partner.toString());
        header(event, "ce_dataschema", "https://alliance.vso-xp.example/events/" + type + ".json");
        header(event, "ce_sequence", Integer.toString(sequence));
        header(event, "content-type", "application/json");
        header(
                event,
                "traceparent",
                "00-%016x%016x-00f067aa0ba902b7-00".formatted(random.nextLong() | 1, random.nextLong()));
        producer.send(event);
    }

    /** Returns when the broker has all of them. */
    void flush() {
        producer.flush();
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
