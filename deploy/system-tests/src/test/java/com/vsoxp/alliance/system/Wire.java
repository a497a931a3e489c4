package com.vsoxp.alliance.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.client.Json;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The broker under the four services: what lies on its topics, and deliveries that no service would make. */
final class Wire {

    /** An event as it lies on a topic. */
    record Event(ConsumerRecord<String, byte[]> record) {

        String header(String name) {
            Header header = record.headers().lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }

        String type() {
            return header("ce_type");
        }

        JsonNode data() {
            return Json.read(new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    private final Map<String, Object> broker;

    private Wire(int port) {
        this.broker = Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all");
    }

    static Wire ofTheAlliance() {
        return new Wire(RunningAlliance.get().infrastructure().kafka().port());
    }

    void publish(String topic, String type, String key, Object data) {
        var event = new ProducerRecord<>(topic, key, Json.write(data).getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/system-test",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Json.read(Json.write(data)).path("sequence").asText())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        send(List.of(event));
    }

    /** Delivers everything that lies on the topic for this key once more, as it is. */
    void deliverAgain(String topic, String key) {
        send(all(topic).stream()
                .filter(event -> key.equals(event.record().key()))
                .map(event -> new ProducerRecord<>(
                        topic, null, key, event.record().value(), event.record().headers()))
                .toList());
    }

    /** What lies on the topic for this key, each event once, oldest first. */
    List<Event> distinctEvents(String topic, String key) {
        Map<String, Event> byId = new LinkedHashMap<>();
        all(topic).stream()
                .filter(event -> key.equals(event.record().key()))
                .forEach(event -> byId.putIfAbsent(event.header("ce_id"), event));
        return List.copyOf(byId.values());
    }

    /** All that lies on the topic now, per key oldest first. */
    List<Event> all(String topic) {
        List<Event> events = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.get("bootstrap.servers")),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> events.add(new Event(event)));
            }
        }
        return events;
    }

    /** The same without what these tests have published by themselves. */
    List<Event> allFromServices(String topic) {
        return all(topic).stream()
                .filter(event -> !"/system-test".equals(event.header("ce_source")))
                .toList();
    }

    /** Applies for a tier within a trace; returns the status. */
    int applyTraced(Company company, String tier, String traceParent) {
        var alliance = RunningAlliance.get();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(alliance.url(AllianceService.PARTNER) + company.path("/enrollment")))
                .header("Authorization", "Bearer " + alliance.tokens().token(Role.CRM))
                .header("Content-Type", "application/json")
                .header("traceparent", traceParent)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Json.object("tier", tier))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(List<ProducerRecord<String, byte[]>> events) {
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> event : events) {
                producer.send(event).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take an event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
