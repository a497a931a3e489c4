package com.vsoxp.alliance.bench.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.bench.meter.Memory;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.key.Role;
import com.vsoxp.alliance.local.rebuild.Rebuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What it takes to build anew from the topics what a service knows: with nothing left in its database, and once more over what
 * then stands, where nothing may differ.
 *
 * <p>Arguments: the repository, {@code eligibility} or {@code directory}, and how many events the topics hold.
 */
public final class RebuildFromTopics {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final LocalAlliance alliance;
    private final Subject subject;
    private final int events;
    private final AllianceClient operator;

    private RebuildFromTopics(LocalAlliance alliance, Subject subject, int events) {
        this.alliance = alliance;
        this.subject = subject;
        this.events = events;
        this.operator = new AllianceClient(
                _ -> alliance.url(subject.service),
                alliance.tokens().token(Role.PROGRAM_MANAGER),
                Duration.ofSeconds(30));
    }

    public static void main(String[] args) throws Exception {
        var subject = Subject.valueOf(args[1].toUpperCase(Locale.ROOT));
        OwnAlliance.use(
                Path.of(args[0]), settings -> settings.only(subject.service).optimizing(), (alliance, _) -> {
                    new RebuildFromTopics(alliance, subject, Integer.parseInt(args[2])).run();
                    return null;
                });
    }

    private void run() throws Exception {
        int partners = events / subject.eventsOfAPartner;
        fillTheTopics(partners);
        System.out.println("With nothing in the database:");
        rebuild();
        System.out.println("Again, over what stands:");
        try (var reader = new Reader(operator, subject, partners)) {
            rebuild();
            System.out.println("  " + reader.report());
        }
        System.out.printf(
                "The service took at most %d MB of memory%n", Memory.mostResident(alliance.pid(subject.service)) >> 20);
    }

    /** While the service is away; then it is told that it had taken all of it. */
    private void fillTheTopics(int partners) throws ExecutionException, InterruptedException {
        alliance.stop(subject.service);
        long began = System.nanoTime();
        String broker = alliance.infrastructure().kafka().bootstrapServers();
        try (var telling = new Events(broker)) {
            subject.tell(telling, partners);
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (Map.Entry<String, String> intake : subject.intakes.entrySet()) {
                admin.alterConsumerGroupOffsets(intake.getKey(), ends(admin, intake.getValue()))
                        .all()
                        .get();
            }
        }
        alliance.restart(subject.service);
        System.out.printf(
                "%,d events of %,d partners are on the topics after %.0f s%n", events, partners, secondsSince(began));
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end.offset())));
        return ends;
    }

    private void rebuild() throws InterruptedException {
        Duration serviceBefore = Cpu.of(alliance.pid(subject.service));
        Duration databaseBefore = Cpu.of(alliance.infrastructure().postgres().pid());
        long began = System.nanoTime();
        JsonNode summary = new Rebuild(
                        operator,
                        subject.service,
                        BETWEEN_LOOKS,
                        line -> System.out.printf("  %5.0f s  %s%n", secondsSince(began), line))
                .run()
                .path("summary");
        double seconds = secondsSince(began);
        System.out.printf(
                "  %,d events in %.0f s, %,.0f events/s; service %.1f us + database %.1f us an event; %,d partners mended%n",
                summary.path("events").asLong(),
                seconds,
                events / seconds,
                perEvent(Cpu.of(alliance.pid(subject.service)).minus(serviceBefore)),
                perEvent(Cpu.of(alliance.infrastructure().postgres().pid()).minus(databaseBefore)),
                summary.path("partnersMended").asLong());
    }

    private double perEvent(Duration cpu) {
        return cpu.toNanos() / 1e3 / events;
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
