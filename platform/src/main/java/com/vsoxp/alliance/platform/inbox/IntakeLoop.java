package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.resilience.Outage;
import com.vsoxp.alliance.platform.resilience.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Feeds one intake from the broker. Offsets are committed after the database; an outage puts the consumer back to where
 * the batch began and is waited out with the partitions paused, for as long as it takes.
 */
final class IntakeLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(IntakeLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Intake intake;
    private final Consumer<String, byte[]> consumer;
    private final EventReader reader;
    private final IntakeTransaction transaction;
    private final DeadLetters deadLetters;
    private final Patience patience;

    private volatile boolean stopping;
    private volatile String trouble;

    IntakeLoop(
            Intake intake,
            Consumer<String, byte[]> consumer,
            EventReader reader,
            IntakeTransaction transaction,
            DeadLetters deadLetters,
            Patience patience) {
        this.intake = intake;
        this.consumer = consumer;
        this.reader = reader;
        this.transaction = transaction;
        this.deadLetters = deadLetters;
        this.patience = patience;
    }

    String name() {
        return intake.name();
    }

    /** What keeps the intake from its work at the moment, if anything does. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(intake.topics());
            while (!stopping) {
                takeNextBatch();
            }
        } catch (WakeupException stopped) {
            LOG.debugf("%s stopped", intake.name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!stopping) {
                trouble = "the intake has ended, see the log";
            }
        }
    }

    private void takeNextBatch() throws InterruptedException {
        ConsumerRecords<String, byte[]> batch = poll(POLL);
        if (batch.isEmpty()) {
            return;
        }
        try {
            take(batch);
            consumer.commitSync();
            trouble = null;
            patience.reset();
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            waitOut(batch, e);
        }
    }

    /** Tries the batch whole, which is fast; if it has a fault of its own, record by record, which finds the culprit. */
    private void take(ConsumerRecords<String, byte[]> batch) throws InterruptedException {
        List<ReceivedEvent> events = new ArrayList<>(batch.count());
        try {
            batch.forEach(event -> events.add(reader.readEvent(event)));
            transaction.take(intake, events);
        } catch (RuntimeException e) {
            if (Outage.isPassing(e)) {
                throw e;
            }
            for (ConsumerRecord<String, byte[]> event : batch) {
                takeAlone(event);
            }
        }
    }

    private void takeAlone(ConsumerRecord<String, byte[]> event) throws InterruptedException {
        try {
            transaction.take(intake, List.of(reader.readEvent(event)));
        } catch (RuntimeException e) {
            if (Outage.isPassing(e)) {
                throw e;
            }
            intake.setAside(deadLetters.setAside(intake.name(), event, e));
        }
    }

    private void waitOut(ConsumerRecords<String, byte[]> batch, RuntimeException outage) {
        trouble = outage.getMessage();
        LOG.warnf("%s waits: %s", intake.name(), outage.getMessage());
        Map<TopicPartition, Long> begins = new HashMap<>();
        batch.forEach(
                event -> begins.merge(new TopicPartition(event.topic(), event.partition()), event.offset(), Math::min));
        begins.keySet().retainAll(consumer.assignment());
        begins.forEach(consumer::seek);
        consumer.pause(consumer.assignment());
        // Polling while paused keeps the membership alive and brings nothing.
        poll(patience.next());
        consumer.resume(consumer.paused());
    }

    private ConsumerRecords<String, byte[]> poll(Duration atMost) {
        try {
            return consumer.poll(atMost);
        } catch (WakeupException stopped) {
            throw stopped;
        } catch (KafkaException e) {
            trouble = e.getMessage();
            LOG.warnf("%s waits for the broker: %s", intake.name(), e.getMessage());
            patience.pause();
            return ConsumerRecords.empty();
        }
    }
}
