package com.vsoxp.alliance.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.local.infrastructure.Durability;
import com.vsoxp.alliance.local.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

    @TempDir
    static Path data;

    private static Infrastructure infrastructure;
    private static String broker;

    @BeforeAll
    static void startABroker() throws Exception {
        infrastructure = Infrastructure.start(data.resolve("data"), 0, 0, Durability.EPHEMERAL);
        broker = "127.0.0.1:" + infrastructure.kafka().port();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic("sales", 1, (short) 1), new NewTopic("sales.dlq", 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    @AfterAll
    static void stopIt() {
        infrastructure.close();
    }

    @Test
    void aLetterIsListedWithItsReasonAndReplayedOnceAsItWas() throws Exception {
        setAside("partner-1", "{\"sequence\":1}", "the program is unknown");
        var letters = new DeadLetters(broker, "sales");
        List<String> reasons = new ArrayList<>();

        assertThat(letters.list(letter -> reasons.add(letter.intake() + ": " + letter.reason())))
                .isEqualTo(1);
        assertThat(reasons).containsExactly("evidence: the program is unknown");
        assertThat(letters.replay()).isEqualTo(1);
        assertThat(letters.replay()).isZero();

        List<ConsumerRecord<String, String>> replayed = all("sales");
        assertThat(replayed).hasSize(1);
        assertThat(replayed.getFirst().key()).isEqualTo("partner-1");
        assertThat(replayed.getFirst().value()).isEqualTo("{\"sequence\":1}");
        assertThat(replayed.getFirst().headers())
                .extracting(header -> header.key())
                .containsExactly("ce_id");
    }

    private static void setAside(String key, String value, String reason) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            var letter = new ProducerRecord<>("sales.dlq", key, value);
            letter.headers().add("ce_id", "an-id".getBytes(StandardCharsets.UTF_8));
            letter.headers().add("dlq_intake", "evidence".getBytes(StandardCharsets.UTF_8));
            letter.headers().add("dlq_reason", reason.getBytes(StandardCharsets.UTF_8));
            producer.send(letter).get();
        }
    }

    private static List<ConsumerRecord<String, String>> all(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", broker),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (consumer.position(partition)
                    < consumer.endOffsets(List.of(partition)).get(partition)) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
