package com.vsoxp.alliance.bench.rebuild;

import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;

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
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What it takes to build anew from the topics what eligibility knows: with nothing left in its database, and once more over what
 * then stands, where nothing may differ.
 *
 * <p>Arguments: the repository, and how many events the topics hold.
 */
public final class RebuildFromTopics {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Each intake's group, and the topic that it takes. */
    private static final Map<String, String> INTAKES =
            Map.of("eligibility-service.partners", "alliance.partners", "eligibility-service.sales", "alliance.sales");

    private final LocalAlliance alliance;
    private final int events;
    private final AllianceClient operator;

    private RebuildFromTopics(LocalAlliance alliance, int events) {
        this.alliance = alliance;
        this.events = events;
        this.operator = new AllianceClient(
                alliance::url, alliance.tokens().token(Role.PROGRAM_MANAGER), Duration.ofSeconds(30));
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(Path.of(args[0]), settings -> settings.only(ELIGIBILITY).optimizing(), (alliance, _) -> {
            new RebuildFromTopics(alliance, Integer.parseInt(args[1])).run();
            return null;
        });
    }

    private void run() throws Exception {
        int partners = events / PartnerHistories.EVENTS;
        fillTheTopics(partners);
        System.out.println("With nothing in the database:");
        rebuild();
        System.out.println("Again, over what stands:");
        try (var reader = new Reader(operator, partners)) {
            rebuild();
            System.out.println("  " + reader.report());
        }
        System.out.printf(
                "The service took at most %d MB of memory%n", Memory.mostResident(alliance.pid(ELIGIBILITY)) >> 20);
    }

    /** While the service is away; then it is told that it had taken all of it. */
    private void fillTheTopics(int partners) throws ExecutionException, InterruptedException {
        alliance.stop(ELIGIBILITY);
        long began = System.nanoTime();
        String broker = alliance.infrastructure().kafka().bootstrapServers();
        try (var histories = new PartnerHistories(broker, partners)) {
            histories.tell();
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            for (Map.Entry<String, String> intake : INTAKES.entrySet()) {
                admin.alterConsumerGroupOffsets(intake.getKey(), ends(admin, intake.getValue()))
                        .all()
                        .get();
            }
        }
        alliance.restart(ELIGIBILITY);
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
        Duration serviceBefore = Cpu.of(alliance.pid(ELIGIBILITY));
        Duration databaseBefore = Cpu.of(alliance.infrastructure().postgres().pid());
        long began = System.nanoTime();
        JsonNode summary = new Rebuild(
                        operator,
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
                perEvent(Cpu.of(alliance.pid(ELIGIBILITY)).minus(serviceBefore)),
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
