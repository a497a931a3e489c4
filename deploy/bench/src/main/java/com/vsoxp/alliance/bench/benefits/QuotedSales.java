package com.vsoxp.alliance.bench.benefits;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Tells of sales that name their quotes, as partner-service does, and sees when they are taken. Each sells all of its quote. */
final class QuotedSales implements AutoCloseable {

    private static final String TOPIC = "alliance.sales";
    private static final String GROUP = "benefits-service.sales";

    private static final String BODY = """
            {"partnerId":"%1$s","sequence":%2$d,"sale":{"id":"%3$s","orderNumber":"SO-%2$d","product":"VSO-XP","licenses":15,\
            "listTotal":{"amount":"14985.00","currency":"USD"},"netTotal":{"amount":"10039.95","currency":"USD"},\
            "soldOn":"%4$s","recordedAt":"%5$s","share":null,"quoteId":"%6$s"}}""";

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final SplittableRandom random = new SplittableRandom(42);

    QuotedSales(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** Sends sale and quote number {@code from} and those behind it, and returns when the broker has them. */
    void send(int from, int sales, int partners) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int n = from; n < from + sales; n++) {
            Instant now = Instant.now();
            UUID partner = id(0x0198, 1 + n % partners);
            String body = BODY.formatted(partner, n + 1, randomId(now), today, now, id(0x0199, n));
            var event = new ProducerRecord<>(TOPIC, partner.toString(), body.getBytes(StandardCharsets.UTF_8));
            header(event, "ce_specversion", "1.0");
            header(event, "ce_id", randomId(now).toString());
            header(event, "ce_type", "alliance.sale.recorded");
            header(event, "ce_source", "partner-service");
            header(event, "ce_time", now.toString());
            header(event, "ce_subject", partner.toString());
            header(event, "ce_dataschema", "https://alliance.vso-xp.example/events/alliance.sale.recorded.json");
            header(event, "ce_sequence", Long.toString(n + 1L));
            header(event, "content-type", "application/json");
            header(
                    event,
                    "traceparent",
                    "00-%016x%016x-00f067aa0ba902b7-00".formatted(random.nextLong() | 1, random.nextLong()));
            producer.send(event);
        }
        producer.flush();
    }

    /** How many are not taken yet. */
    long left() {
        try {
            var taken = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC).partitions().stream()
                            .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                            .toList();
            var ends = admin.listOffsets(partitions.stream()
                            .collect(java.util.stream.Collectors.toMap(one -> one, one -> OffsetSpec.latest())))
                    .all()
                    .get();
            return partitions.stream()
                    .mapToLong(one -> ends.get(one).offset()
                            - (taken.get(one) == null ? 0 : taken.get(one).offset()))
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As the SQL of this benchmark makes them. */
    private static UUID id(int kind, int n) {
        return UUID.fromString("%04x%04x-%04x-7000-8000-000000000000".formatted(kind, n >> 16, n & 0xffff));
    }

    /** Version 7, as the services make them: of one time and random. */
    private UUID randomId(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
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
