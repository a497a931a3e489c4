package com.vsoxp.alliance.bench.eligibility;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of sales as the partner service does, and sees when they are taken. */
final class SaleEvents implements AutoCloseable {

    /** Behind all that the tables hold of a partner. */
    static final long FIRST_SEQUENCE = 1_000;

    private static final String TOPIC = "alliance.sales";
    private static final String GROUP = "eligibility-service.sales";

    private static final int BUNDLE = 10;
    private static final Duration BETWEEN_BUNDLES = Duration.ofMillis(5);

    private static final String BODY = """
            {"partnerId":"%s","sale":{"id":"%s","orderNumber":"SO-%d","product":"VSO-XP","licenses":%d,\
            "listTotal":{"amount":"%d.00","currency":"USD"},"netTotal":{"amount":"%d.00","currency":"USD"},\
            "soldOn":"%s","recordedAt":"%s","share":null},"sequence":%d}""";

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final SplittableRandom random = new SplittableRandom(42);
    private long sequence = FIRST_SEQUENCE;

    SaleEvents(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /**
     * Sends so many, each of any of the first so many partners, and returns when the broker has them. It is the same partners each time:
     * days that the tables foresee as they were loaded are rough, and are rewritten by a partner's first sale, whatever it is.
     */
    void send(int events, int partners) {
        tell(events, partners, new SplittableRandom(partners));
    }

    /**
     * Sends a few at a time for so long, so slowly that each bundle is taken by itself, as on a quiet day.
     *
     * @return how many it was
     */
    int drizzle(Duration time, int partners) throws InterruptedException {
        SplittableRandom draw = new SplittableRandom(partners);
        long end = System.nanoTime() + time.toNanos();
        int told = 0;
        while (System.nanoTime() < end) {
            tell(BUNDLE, partners, draw);
            told += BUNDLE;
            Thread.sleep(BETWEEN_BUNDLES);
        }
        return told;
    }

    private void tell(int events, int partners, SplittableRandom draw) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Instant now = Instant.now();
        for (int i = 0; i < events; i++) {
            UUID partner = EligibilityTables.id(1 + draw.nextInt(partners));
            int licenses = 1 + random.nextInt(3);
            String body = BODY.formatted(
                    partner,
                    randomId(now),
                    sequence,
                    licenses,
                    licenses * 999,
                    licenses * 749,
                    today.minusDays(random.nextInt(60)),
                    now,
                    sequence);
            ProducerRecord<String, byte[]> event =
                    new ProducerRecord<>(TOPIC, partner.toString(), body.getBytes(StandardCharsets.UTF_8));
            header(event, "ce_specversion", "1.0");
            header(event, "ce_id", randomId(now).toString());
            header(event, "ce_type", "alliance.sale.recorded");
            header(event, "ce_source", "partner-service");
            header(event, "ce_time", now.toString());
            header(event, "ce_subject", partner.toString());
            header(event, "ce_dataschema", "https://alliance.vso-xp.example/events/alliance.sale.recorded.json");
            header(event, "ce_sequence", Long.toString(sequence));
            header(event, "content-type", "application/json");
            header(event, "traceparent", "00-%s-00f067aa0ba902b7-00".formatted(hex()));
            producer.send(event);
            sequence++;
        }
        producer.flush();
    }

    /** How many are not taken yet. */
    long left() {
        try {
            Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            admin.describeTopics(List.of(TOPIC))
                    .allTopicNames()
                    .get()
                    .get(TOPIC)
                    .partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(TOPIC, partition.partition()), OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .mapToLong(end -> end.getValue().offset()
                            - (taken.get(end.getKey()) == null
                                    ? 0
                                    : taken.get(end.getKey()).offset()))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Version 7, as the services make them: of one time and random. */
    private UUID randomId(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private String hex() {
        return "%016x%016x".formatted(random.nextLong() | 1, random.nextLong());
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
