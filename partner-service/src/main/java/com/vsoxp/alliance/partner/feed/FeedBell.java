package com.vsoxp.alliance.partner.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes those of this process who wait for events, the moment events that they want have committed. */
@ApplicationScoped
public class FeedBell {

    /** That there is an event of this type about this partner, or null. */
    public record News(String type, UUID partnerId) {}

    /** Somebody's ear: hears every ring since it was opened. */
    public final class Ear implements AutoCloseable {

        private final FeedFilter filter;
        private final Semaphore rung = new Semaphore(0);

        private Ear(FeedFilter filter) {
            this.filter = filter;
        }

        /** Returns when the bell has rung since the last call, or after the given time. Many rings count as one. */
        public void await(Duration atMost) throws InterruptedException {
            if (rung.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        }

        private void hear(List<News> news) {
            if (news.stream().anyMatch(each -> filter.wants(each.type(), each.partnerId()))) {
                rung.release();
            }
        }

        @Override
        public void close() {
            ears.remove(this);
        }
    }

    private final Set<Ear> ears = ConcurrentHashMap.newKeySet();

    /** Open it before you look into the feed, so that nothing slips in between. */
    public Ear listenFor(FeedFilter filter) {
        Ear ear = new Ear(filter);
        ears.add(ear);
        return ear;
    }

    /** Wakes everybody, whatever they wait for. */
    public void ringForAll() {
        ears.forEach(ear -> ear.rung.release());
    }

    /** Wakes those who wait for one of these. */
    public void ring(List<News> news) {
        ears.forEach(ear -> ear.hear(news));
    }

    public Synchronization ringAfterCommit(List<News> news) {
        return new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the outcome matters here.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    ring(news);
                }
            }
        };
    }
}
