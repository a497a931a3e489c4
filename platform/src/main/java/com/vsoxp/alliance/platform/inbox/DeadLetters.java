package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.event.EventHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Sets aside records that can't be taken: to {@code <topic>.dlq}, with the same key, value and headers, and headers that
 * say who refused it, where it stood and why. The counter {@code alliance.inbox.dead.letters} is what to raise an alarm on.
 */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final MeterRegistry metrics;
    private final Clock clock;

    DeadLetters(@Identifier("default-kafka-broker") Map<String, Object> broker, MeterRegistry metrics, Clock clock) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns once the broker has it. */
    SetAside setAside(String intake, ConsumerRecord<String, byte[]> poison, Throwable why) throws InterruptedException {
        SetAside note = SetAside.of(poison, why, clock.instant());
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(poison.topic() + ".dlq", null, poison.key(), poison.value(), poison.headers());
        EventHeaders.add(letter.headers(), "dlq_intake", intake);
        EventHeaders.add(letter.headers(), "dlq_topic", poison.topic());
        EventHeaders.add(letter.headers(), "dlq_partition", Integer.toString(poison.partition()));
        EventHeaders.add(letter.headers(), "dlq_offset", Long.toString(poison.offset()));
        EventHeaders.add(letter.headers(), "dlq_failed_at", note.at().toString());
        EventHeaders.add(letter.headers(), "dlq_reason", note.reason());
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("A record could not be set aside", e.getCause());
        }
        metrics.counter("alliance.inbox.dead.letters", "intake", intake, "topic", poison.topic())
                .increment();
        LOG.errorf(
                why,
                "%s can't take record %s-%d@%d; it is on the dead letter topic",
                intake,
                poison.topic(),
                poison.partition(),
                poison.offset());
        return note;
    }

    @PreDestroy
    void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
