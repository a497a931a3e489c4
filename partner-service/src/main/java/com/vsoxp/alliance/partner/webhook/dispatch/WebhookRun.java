package com.vsoxp.alliance.partner.webhook.dispatch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.outbound.GuardedHttp;
import com.vsoxp.alliance.partner.webhook.WebhooksConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Sends to one webhook all that is due, a few events at a time. */
@ApplicationScoped
class WebhookRun {

    private final PlanDeliveries planDeliveries;
    private final RecordAttempt recordAttempt;
    private final GuardedHttp http;
    private final WebhooksConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    WebhookRun(
            PlanDeliveries planDeliveries,
            RecordAttempt recordAttempt,
            GuardedHttp http,
            WebhooksConfig config,
            ObjectMapper json,
            Clock clock) {
        this.planDeliveries = planDeliveries;
        this.recordAttempt = recordAttempt;
        this.http = http;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** Returns when nothing is due any more, another replica serves the webhook, or this one stops. */
    void run(UUID webhookId, UUID replica, BooleanSupplier stopping) throws InterruptedException, ExecutionException {
        boolean goOn = true;
        while (goOn && !stopping.getAsBoolean()) {
            Optional<Plan> plan = planDeliveries.plan(webhookId, replica);
            goOn = plan.isPresent() && send(plan.get(), stopping);
        }
    }

    /** Returns whether to go on: not if the webhook was disabled, or could not be served at all. */
    private boolean send(Plan plan, BooleanSupplier stopping) throws InterruptedException, ExecutionException {
        Queue<Due> due = new ConcurrentLinkedQueue<>(plan.due());
        AtomicBoolean goOn = new AtomicBoolean(true);
        // What is begun after half of the lease ends before all of it.
        long until = System.nanoTime() + config.lease().toNanos() / 2;
        BooleanSupplier may = () -> goOn.get() && !stopping.getAsBoolean() && System.nanoTime() < until;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < (plan.failing() ? 1 : config.parallel()); i++) {
                running.add(senders.submit(() -> sendOneByOne(plan, due, goOn, may)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return goOn.get();
    }

    private void sendOneByOne(Plan plan, Queue<Due> due, AtomicBoolean goOn, BooleanSupplier may) {
        for (Due next = due.poll(); next != null && may.getAsBoolean(); next = due.poll()) {
            Attempt attempt = attempt(plan, next);
            if (!recordAttempt.record(plan.webhookId(), next, attempt) || attempt instanceof Attempt.NotTried) {
                goOn.set(false);
            }
        }
    }

    private Attempt attempt(Plan plan, Due due) {
        if (due.event() == null) {
            return new Attempt.Forgotten();
        }
        Message message = Message.of(due.event(), plan.secrets(), clock.instant(), json);
        return Attempt.of(http.post(plan.url(), message.headers(), message.body()));
    }
}
