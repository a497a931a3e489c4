package com.vsoxp.alliance.platform.outbox.relay;

import com.vsoxp.alliance.platform.event.EventHeaders;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends events as CloudEvents in binary mode and tells which of them the broker has acknowledged. */
@ApplicationScoped
class BrokerSender {

    /**
     * What became of a batch.
     *
     * @param acknowledged the rows that are safely with the broker and may be struck off
     * @param failure why the others are not, or null
     */
    record Outcome(List<OutboxRow> acknowledged, KafkaException failure) {

        void throwIfFailed() {
            if (failure != null) {
                throw failure;
            }
        }
    }

    private final Producer<String, byte[]> producer;
    private final String source;

    BrokerSender(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producer = new KafkaProducer<>(settings(broker), new StringSerializer(), new ByteArraySerializer());
        this.source = "/" + service;
    }

    /** Sends all, waits for the broker's answers, and never strikes off an event before an older one of its key. */
    Outcome send(List<OutboxRow> batch) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(batch.size());
        KafkaException failure = null;
        for (OutboxRow row : batch) {
            try {
                answers.add(producer.send(toRecord(row)));
            } catch (KafkaException e) {
                failure = e;
                break;
            }
        }
        producer.flush();
        return judge(batch, answers, failure);
    }

    private static Outcome judge(List<OutboxRow> batch, List<Future<RecordMetadata>> answers, KafkaException failure)
            throws InterruptedException {
        List<OutboxRow> acknowledged = new ArrayList<>(answers.size());
        Set<String> failedKeys = new HashSet<>();
        KafkaException last = failure;
        for (int i = 0; i < answers.size(); i++) {
            OutboxRow row = batch.get(i);
            try {
                answers.get(i).get();
                if (!failedKeys.contains(row.key())) {
                    acknowledged.add(row);
                }
            } catch (ExecutionException e) {
                failedKeys.add(row.key());
                last = new KafkaException(
                        "Event " + row.eventId() + " was not accepted: "
                                + e.getCause().getMessage(),
                        e.getCause());
            }
        }
        return new Outcome(acknowledged, last);
    }

    private ProducerRecord<String, byte[]> toRecord(OutboxRow row) {
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(row.topic(), row.key(), row.data());
        EventHeaders.add(event.headers(), EventHeaders.SPEC_VERSION, "1.0");
        EventHeaders.add(event.headers(), EventHeaders.ID, row.eventId().toString());
        EventHeaders.add(event.headers(), EventHeaders.TYPE, row.type());
        EventHeaders.add(event.headers(), EventHeaders.SOURCE, source);
        EventHeaders.add(event.headers(), EventHeaders.TIME, row.occurredAt().toString());
        EventHeaders.add(event.headers(), EventHeaders.SUBJECT, row.key());
        EventHeaders.add(event.headers(), EventHeaders.DATA_SCHEMA, EventHeaders.schemaOf(row.type()));
        EventHeaders.add(event.headers(), EventHeaders.SEQUENCE, Long.toString(row.sequence()));
        EventHeaders.add(event.headers(), EventHeaders.CONTENT_TYPE, "application/json");
        EventHeaders.add(event.headers(), EventHeaders.TRACE_PARENT, row.traceParent());
        return event;
    }

    private static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // An event that expired in the client could be overtaken by a younger one of its key: so none ever expires.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        return settings;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
