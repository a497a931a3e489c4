package com.vsoxp.alliance.partner.feed.keeping;

import com.vsoxp.alliance.partner.feed.FeedConfig;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** Forgets events of the feed that are older than promised, from its beginning on; any replica may, beside others. */
@UseCase
public class ForgetOldEvents {

    // What is kept is always one stretch: an old event behind a younger one waits for it.
    private static final String FORGET = """
            with oldest as (select position, time from event_feed order by position limit 1000),
                 young as (select min(position) as first from oldest where time >= :before),
                 gone as (delete from event_feed where position in (
                     select position from oldest cross join young where first is null or position < first)
                     returning position)
            update event_feed_state set purged_through = greatest(purged_through, (select max(position) from gone))
            where exists (select from gone)""";

    private final EntityManager database;
    private final FeedConfig config;
    private final Clock clock;

    ForgetOldEvents(EntityManager database, FeedConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Forgets all that is due, a bounded batch at a time. */
    @Scheduled(every = "${alliance.feed.purge-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void forget() {
        Instant before = clock.instant().minus(config.keep());
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(FORGET)
                    .setParameter("before", before)
                    .executeUpdate());
        } while (forgotten > 0);
    }
}
