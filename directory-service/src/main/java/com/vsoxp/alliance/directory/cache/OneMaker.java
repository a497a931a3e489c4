package com.vsoxp.alliance.directory.cache;

import com.vsoxp.alliance.directory.cache.hot.HotAnswer;
import com.vsoxp.alliance.directory.cache.hot.HotAnswers;
import com.vsoxp.alliance.directory.cache.hot.HotDoor;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees that of many who ask the same while it is not in memory one makes the answer, and the others have that. Who has waited for
 * too long, or for nothing that may be given, makes one for itself.
 */
@Provider
@PubliclyCached
@Priority(OneMaker.AROUND_KEEPING)
public class OneMaker implements ContainerRequestFilter, ContainerResponseFilter {

    /** Before a stamp is taken, and after the answer is kept. */
    static final int AROUND_KEEPING = PublicCacheFilter.OUTERMOST - 1;

    /** With a request: the answer that another caller made. */
    static final String MADE_BY_ANOTHER = OneMaker.class.getName();

    private static final String MAKING = MADE_BY_ANOTHER + ".making";

    /** By what is asked for; each holds back those who wait for it. */
    private final ConcurrentMap<String, CountDownLatch> makings = new ConcurrentHashMap<>();

    @Inject
    Instance<PublicCacheConfig> config;

    @Inject
    HotAnswers answers;

    @Inject
    RoutingContext context;

    @Inject
    Instance<Clock> clock;

    /** Runs on the request's own virtual thread, which may wait. */
    @Override
    public void filter(ContainerRequestContext request) {
        String key = context.get(HotDoor.KEY);
        if (key == null) {
            return;
        }
        var making = new CountDownLatch(1);
        var another = makings.putIfAbsent(key, making);
        var made = another == null ? begun(key, making) : waitedFor(another, key);
        made.ifPresent(answer -> {
            request.setProperty(MADE_BY_ANOTHER, answer);
            request.abortWith(asResponse(answer));
        });
    }

    /** Between the look into memory and now another one may have ended. */
    private Optional<HotAnswer> begun(String key, CountDownLatch making) {
        // Whatever becomes of the request, nobody waits for it longer.
        context.addEndHandler(ended -> end(key, making));
        context.put(MAKING, making);
        return answers.findFresh(key, clock.get().instant());
    }

    private Optional<HotAnswer> waitedFor(CountDownLatch making, String key) {
        try {
            var isMade = making.await(config.get().longestWait().toMillis(), TimeUnit.MILLISECONDS);
            return isMade ? Optional.ofNullable(answers.find(key, clock.get().instant())) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Response asResponse(HotAnswer answer) {
        var response = Response.ok(answer.plain().getBytes());
        answer.headers()
                .forEach(header -> response.header(
                        header.getKey().toString(), header.getValue().toString()));
        return response.build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        CountDownLatch making = context.get(MAKING);
        if (making != null) {
            end(context.get(HotDoor.KEY), making);
        }
    }

    private void end(String key, CountDownLatch making) {
        makings.remove(key, making);
        making.countDown();
    }
}
