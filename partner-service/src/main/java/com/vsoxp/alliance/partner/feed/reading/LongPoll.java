package com.vsoxp.alliance.partner.feed.reading;

import com.vsoxp.alliance.partner.feed.Feed;
import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.partner.feed.FeedConfig;
import com.vsoxp.alliance.partner.feed.FeedFilter;
import com.vsoxp.alliance.partner.feed.FeedSlice;
import com.vsoxp.alliance.platform.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Lets callers wait for events. A call that waits holds a thread of its own and no database connection; the gauge
 * {@code alliance.feed.waiting} counts them.
 */
@ApplicationScoped
class LongPoll {

    private final Feed feed;
    private final FeedBell bell;
    private final FeedConfig config;
    private final Semaphore seats;
    private final Thread closing = new Thread(this::sendHome, "feed-closing");

    private volatile boolean closed;

    LongPoll(Feed feed, FeedBell bell, FeedConfig config, MeterRegistry metrics) {
        this.feed = feed;
        this.bell = bell;
        this.config = config;
        this.seats = new Semaphore(config.mostWaiting());
        metrics.gauge("alliance.feed.waiting", this, LongPoll::waiting);
    }

    // A server that shuts down waits for the calls under way: they are sent home before that, as soon as it is asked
    // to.
    void open(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(closing);
    }

    void close(@Observes ShutdownEvent event) {
        if (!closed) {
            Runtime.getRuntime().removeShutdownHook(closing);
            sendHome();
        }
    }

    /** How many calls wait now. */
    int waiting() {
        return config.mostWaiting() - seats.availablePermits();
    }

    /**
     * As {@link Feed#after}, at once when there is something; else as soon as there is, or with nothing when the time is
     * over, the caller is gone or the service stops.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 503 if too many wait already
     */
    FeedSlice after(long position, FeedFilter filter, int limit, Duration wait, BooleanSupplier gone) {
        long end = System.nanoTime() + wait.toNanos();
        try (FeedBell.Ear ear = bell.listenFor(filter)) {
            FeedSlice slice = feed.after(position, filter, limit);
            if (!slice.events().isEmpty() || !slice.whole() || wait.isZero()) {
                return slice;
            }
            if (!seats.tryAcquire()) {
                throw Problems.unavailable();
            }
            try {
                while (slice.events().isEmpty() && System.nanoTime() < end && !closed && !gone.getAsBoolean()) {
                    if (!slice.more()) {
                        ear.await(shorter(config.pollEvery(), Duration.ofNanos(end - System.nanoTime())));
                    }
                    slice = feed.after(slice.through(), filter, limit);
                }
                return slice;
            } finally {
                seats.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable();
        }
    }

    private void sendHome() {
        closed = true;
        bell.ringForAll();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
