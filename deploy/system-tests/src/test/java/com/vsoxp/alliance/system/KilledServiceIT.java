package com.vsoxp.alliance.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.demo.Demo;
import com.vsoxp.alliance.local.flow.FactFlow;
import com.vsoxp.alliance.local.key.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The demonstration's year, during which every service is killed once without warning. */
class KilledServiceIT {

    private static final List<String> TOPICS =
            List.of("alliance.partners", "alliance.sales", "alliance.eligibility", "alliance.benefits");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LocalAlliance alliance = RunningAlliance.get();

    @Test
    void whateverServiceIsKilledAllViewsAgreeNothingIsLostAndNothingCountsTwice() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (FactFlow flow = alliance.flow()) {
            playKillingEachServiceOnce(flow, today);
            flow.awaitDrained(PATIENCE);
        }

        assertThat(new Views().disagreements(today)).isEmpty();
        assertNoEventIsMissing();
    }

    /**
     * The play itself fails if a record could not be taken. With every month that is over, the next service is killed
     * while it goes on, and started again.
     */
    private void playKillingEachServiceOnce(FactFlow flow, LocalDate today) {
        var victims = new ConcurrentLinkedQueue<>(List.of(AllianceService.values()));
        var kills = new ConcurrentLinkedQueue<CompletableFuture<Void>>();
        AllianceClient manager =
                new AllianceClient(alliance::url, alliance.tokens().token(Role.PROGRAM_MANAGER), PATIENCE);
        new Demo(manager, flow, alliance.clock(), month -> {
                    AllianceService victim = victims.poll();
                    if (victim != null) {
                        kills.add(CompletableFuture.runAsync(() -> killAndRestart(victim)));
                    }
                })
                .play(today);
        kills.forEach(CompletableFuture::join);
        assertThat(kills).hasSize(AllianceService.values().length);
    }

    private void killAndRestart(AllianceService victim) {
        alliance.kill(victim);
        alliance.restart(victim);
    }

    /** Per topic and partner, the sequences of the distinct events are 1, 2, 3 and so on. */
    private void assertNoEventIsMissing() {
        Wire wire = Wire.ofTheAlliance();
        for (String topic : TOPICS) {
            Map<String, TreeSet<Long>> sequences = new HashMap<>();
            Map<String, Map<Long, String>> ids = new HashMap<>();
            for (Wire.Event event : wire.allFromServices(topic)) {
                long sequence = event.data().path("sequence").asLong();
                String key = event.record().key();
                sequences.computeIfAbsent(key, none -> new TreeSet<>()).add(sequence);
                String id =
                        ids.computeIfAbsent(key, none -> new HashMap<>()).putIfAbsent(sequence, event.header("ce_id"));
                assertThat(id).as("one event per sequence").isIn(null, event.header("ce_id"));
            }
            sequences.forEach((key, seen) -> assertThat(seen)
                    .as("%s of %s", topic, key)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, seen.last()).boxed().toList()));
        }
    }
}
