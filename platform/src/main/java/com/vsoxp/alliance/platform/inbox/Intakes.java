package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.resilience.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Runs every intake of the service, each on a thread of its own, from start to shutdown. */
@ApplicationScoped
class Intakes {

    private final List<Intake> intakes;
    private final Map<String, Object> broker;
    private final String service;
    private final InboxConfig config;
    private final EventReader reader;
    private final IntakeTransaction transaction;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;

    private final List<IntakeLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<KafkaClientMetrics> bound = new ArrayList<>();

    Intakes(
            @All List<Intake> intakes,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String service,
            InboxConfig config,
            EventReader reader,
            IntakeTransaction transaction,
            DeadLetters deadLetters,
            MeterRegistry metrics) {
        this.intakes = intakes;
        this.broker = broker;
        this.service = service;
        this.config = config;
        this.reader = reader;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    List<IntakeLoop> loops() {
        return loops;
    }

    void start(@Observes StartupEvent event) {
        for (Intake intake : intakes) {
            IntakeLoop loop = new IntakeLoop(
                    intake, consumerFor(intake), reader, transaction, deadLetters, new Patience(config.longestPause()));
            loops.add(loop);
            threads.add(
                    Thread.ofPlatform().name("intake-" + intake.name()).daemon().start(loop));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loops.forEach(IntakeLoop::stop);
        for (Thread thread : threads) {
            thread.join(10_000);
        }
        bound.forEach(KafkaClientMetrics::close);
    }

    private KafkaConsumer<String, byte[]> consumerFor(Intake intake) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service + "." + intake.name());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchSize());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int)
                config.sessionTimeout().toMillis());
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) config.sessionTimeout().toMillis() / 5);
        // A topic made after the service started is found within seconds.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        KafkaClientMetrics lag = new KafkaClientMetrics(consumer);
        lag.bindTo(metrics);
        bound.add(lag);
        return consumer;
    }
}
