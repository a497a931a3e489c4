package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/** Forgets what is older in the log of deliveries than promised; any replica may, beside others. */
@UseCase
public class ForgetOldDeliveries {

    private static final int BATCH = 1_000;

    private static final String FORGET = """
            delete from webhook_delivery where id in (
                select id from webhook_delivery where completed_at < :before
                order by completed_at limit :batch for update skip locked)""";

    private final EntityManager database;
    private final WebhooksConfig config;
    private final Clock clock;

    ForgetOldDeliveries(EntityManager database, WebhooksConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** Forgets all that is due, a bounded batch at a time. */
    @Scheduled(every = "${alliance.webhooks.purge-every:10m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public void forget() {
        Instant before = clock.instant().minus(config.keepLog());
        int forgotten;
        do {
            forgotten = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(FORGET)
                    .setParameter("before", before)
                    .setParameter("batch", BATCH)
                    .executeUpdate());
        } while (forgotten == BATCH);
    }
}
