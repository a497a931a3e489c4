package com.vsoxp.alliance.eligibility.gap;

import com.vsoxp.alliance.eligibility.gap.PartnerGaps.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** {@code alliance.gaps}: of how many partners something is missing, by what. */
@ApplicationScoped
class GapGauges {

    private final Gaps gaps;
    private volatile Map<Kind, Long> counts = Map.of();

    GapGauges(Gaps gaps, MeterRegistry metrics) {
        this.gaps = gaps;
        for (Kind kind : Kind.values()) {
            Gauge.builder("alliance.gaps", this, gauges -> gauges.counts.getOrDefault(kind, 0L))
                    .description("Partners of whom something is missing")
                    .tag("kind", kind.name())
                    .register(metrics);
        }
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        counts = gaps.count();
    }
}
