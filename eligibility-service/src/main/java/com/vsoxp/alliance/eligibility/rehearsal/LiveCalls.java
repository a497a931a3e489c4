package com.vsoxp.alliance.eligibility.rehearsal;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls that this replica is answering. */
@ApplicationScoped
class LiveCalls {

    /** After all that may refuse a call at the door. */
    private static final int PRIORITY = 1;

    private final AtomicInteger open = new AtomicInteger();

    void watch(@Observes Filters filters) {
        filters.register(
                call -> {
                    open.incrementAndGet();
                    // Also when the caller hangs up.
                    call.addEndHandler(_ -> open.decrementAndGet());
                    call.next();
                },
                PRIORITY);
    }

    /** Whether anybody waits for an answer. */
    boolean any() {
        return open.get() > 0;
    }
}
