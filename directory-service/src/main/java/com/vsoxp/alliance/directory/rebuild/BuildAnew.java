package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.directory.intake.Replayable;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Phase;
import com.vsoxp.alliance.directory.rebuild.RebuildView.Summary;
import com.vsoxp.alliance.platform.inbox.EventReader;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.rebuild.RebuildWork.Progress;
import com.vsoxp.alliance.platform.rebuild.TopicReader;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Builds the directory anew from the topics, in one transaction: whoever reads sees what stood until it commits, and if it does not,
 * nothing was changed.
 */
@ApplicationScoped
class BuildAnew {

    private static final Duration LONGEST = Duration.ofHours(3);
    private static final int READ = 90;
    private static final int AT_ONCE = 1_000;

    @Inject
    @All
    List<Replayable> intakes;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Inject
    EventReader reader;

    @Inject
    Shadow shadow;

    @Inject
    EntityManager database;

    /** @throws com.vsoxp.alliance.platform.job.JobEndedException if it cannot go on */
    Summary build(Progress progress) {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST.toSeconds())
                .call(() -> new Replay(progress).run());
    }

    private final class Replay {

        private final Progress progress;
        private long events;
        private long unreadable;

        Replay(Progress progress) {
            this.progress = progress;
        }

        Summary run() {
            var topics = intakes.stream()
                    .flatMap(intake -> intake.topics().stream())
                    .distinct()
                    .toList();
            try (var reading = new TopicReader(broker, topics, AT_ONCE)) {
                shadow.lay();
                var ends = reading.ends();
                var total = Math.max(
                        1, ends.values().stream().mapToLong(Long::longValue).sum());
                reading.readTo(ends, records -> {
                    take(records);
                    progress.at(Phase.READING.name(), (int) Math.min(READ, events * READ / total));
                });
                progress.at(Phase.MENDING.name(), READ);
                shadow.lock();
                reading.readTo(reading.ends(), this::take);
                return new Summary(events, unreadable, shadow.mend());
            }
        }

        private void take(ConsumerRecords<String, byte[]> records) {
            for (var intake : intakes) {
                var said = new ArrayList<ReceivedEvent>();
                intake.topics().forEach(topic -> records.records(topic).forEach(record -> {
                    events++;
                    try {
                        said.add(reader.readEvent(record));
                    } catch (PoisonEventException unreadableRecord) {
                        unreadable++;
                    }
                }));
                take(intake, said);
            }
            // What was taken need not be held in memory.
            database.flush();
            database.clear();
        }

        private void take(Replayable intake, List<ReceivedEvent> said) {
            try {
                intake.apply(said);
            } catch (PoisonEventException oneOfThem) {
                said.forEach(event -> takeAlone(intake, event));
            }
        }

        private void takeAlone(Replayable intake, ReceivedEvent event) {
            try {
                intake.apply(List.of(event));
            } catch (PoisonEventException unreadableEvent) {
                unreadable++;
            }
        }
    }
}
