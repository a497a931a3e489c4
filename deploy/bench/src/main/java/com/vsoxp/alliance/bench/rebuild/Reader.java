package com.vsoxp.alliance.bench.rebuild;

import com.vsoxp.alliance.local.client.AllianceClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Reads of one partner after the other, twenty a second at most, and notes how long each took. */
final class Reader implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final AllianceClient auditor;
    private final Subject subject;
    private final int partners;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Duration> times = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::read);
    private volatile boolean ended;

    /** Begins to read of so many partners. */
    Reader(AllianceClient auditor, Subject subject, int partners) {
        this.auditor = auditor;
        this.subject = subject;
        this.partners = partners;
        thread.start();
    }

    private void read() {
        while (!ended) {
            long began = System.nanoTime();
            auditor.get(subject.service, subject.read(1 + random.nextInt(partners)))
                    .orThrow();
            times.add(Duration.ofNanos(System.nanoTime() - began));
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** What was seen so far. */
    String report() throws InterruptedException {
        close();
        List<Duration> sorted = times.stream().sorted().toList();
        return "%,d %s read meanwhile: median %d ms, p99 %d ms, slowest %d ms"
                .formatted(
                        sorted.size(),
                        subject.reads,
                        percentile(sorted, 50),
                        percentile(sorted, 99),
                        percentile(sorted, 100));
    }

    private static long percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1).toMillis();
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
