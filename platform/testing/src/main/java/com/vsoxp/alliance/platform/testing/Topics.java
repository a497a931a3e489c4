package com.vsoxp.alliance.platform.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.event.EventHeaders;
import com.vsoxp.alliance.platform.id.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker as another service sees it: publishes events as that service would, and reads what lies on a topic. */
public final class Topics {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Topics() {}

    /** Publishes an event with a new id, which is returned. */
    public static UUID publish(String topic, String type, String key, JsonNode data) {
        UUID id = Ids.next();
        publish(topic, type, key, data, id);
        return id;
    }

    /** Publishes an event with the given id: the same id again is a second delivery. */
    public static void publish(String topic, String type, String key, JsonNode data, UUID id) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, key, data.toString().getBytes(StandardCharsets.UTF_8));
        EventHeaders.add(event.headers(), EventHeaders.SPEC_VERSION, "1.0");
        EventHeaders.add(event.headers(), EventHeaders.ID, id.toString());
        EventHeaders.add(event.headers(), EventHeaders.TYPE, type);
        EventHeaders.add(event.headers(), EventHeaders.SOURCE, "/test");
        EventHeaders.add(event.headers(), EventHeaders.TIME, Instant.now().toString());
        EventHeaders.add(event.headers(), EventHeaders.SUBJECT, key);
        EventHeaders.add(
                event.headers(),
                EventHeaders.SEQUENCE,
                Long.toString(data.path("sequence").asLong()));
        EventHeaders.add(event.headers(), EventHeaders.CONTENT_TYPE, "application/json");
        publish(event);
    }

    /** Publishes a record as it is, well formed or not. */
    public static void publish(ProducerRecord<String, byte[]> event) {
        Map<String, Object> settings = Map.of("bootstrap.servers", AllianceTestResource.broker(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The event could not be published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that lies on the topic under this key now, oldest first. */
    public static List<PublishedEvent> eventsOn(String topic, String key) {
        return allOn(topic).stream().filter(event -> key.equals(event.key())).toList();
    }

    /** Waits until an event of the type lies there under this key and fulfils the condition; returns the first that does. */
    public static PublishedEvent awaitEvent(String topic, String key, String type, Predicate<JsonNode> condition) {
        return await(type + " for " + key)
                .atMost(PATIENCE)
                .until(
                        () -> eventsOn(topic, key).stream()
                                .filter(event -> type.equals(event.type()) && condition.test(event.data()))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    /** All that lies on the topic now; per key oldest first. */
    public static List<PublishedEvent> allOn(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", AllianceTestResource.broker());
        List<PublishedEvent> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> events.add(new PublishedEvent(
                                topic, record.key(), headers(record.headers()), json(record.value()))));
            }
        }
        return events;
    }

    private static Map<String, String> headers(Iterable<Header> headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .collect(Collectors.toMap(
                        Header::key,
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (first, last) -> last,
                        HashMap::new));
    }

    /** What is no JSON is given as a text node, since a dead letter keeps the bytes it came with. */
    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(new String(value, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
