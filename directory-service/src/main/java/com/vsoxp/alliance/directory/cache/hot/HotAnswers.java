package com.vsoxp.alliance.directory.cache.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vsoxp.alliance.directory.cache.PublicCacheConfig;
import com.vsoxp.alliance.directory.cache.hot.Freshness.Stamp;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The answers in memory, each given as long as what it shows did not change. One that shows many listings is spoilt by every change;
 * it is then made anew by one caller, while the others have the old one a little longer.
 */
@ApplicationScoped
public class HotAnswers {

    /** For so long others have the old answer while one caller makes it anew. */
    private static final Duration MAKING = Duration.ofSeconds(2);

    /** Nobody should rely on it, but what no event tells shows after that. */
    private static final Duration OLDEST = Duration.ofMinutes(1);

    private final Cache<String, Kept> answers;
    private final Freshness freshness;

    private record Kept(HotAnswer answer, Stamp stamp, boolean mayLag, AtomicLong beingMadeSince) {}

    HotAnswers(PublicCacheConfig config, Freshness freshness, MeterRegistry metrics) {
        this.freshness = freshness;
        this.answers = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((String key, Kept kept) -> key.length() + kept.answer.weight())
                .expireAfterWrite(OLDEST)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(metrics, answers, "hot-answers");
    }

    /** The answer kept for the request; null if there is none, or none that may be given, and the caller is to make it. */
    public HotAnswer find(String request, Instant now) {
        var kept = answers.getIfPresent(request);
        if (kept == null || !freshness.isHearing()) {
            return null;
        }
        return freshness.isFresh(kept.stamp, now) || kept.mayLag && mayBeGivenLate(kept) ? kept.answer : null;
    }

    /** The answer kept for the request, if nothing has changed since. */
    public Optional<HotAnswer> findFresh(String request, Instant now) {
        return Optional.ofNullable(answers.getIfPresent(request))
                .filter(kept -> freshness.isHearing() && freshness.isFresh(kept.stamp, now))
                .map(Kept::answer);
    }

    private static boolean mayBeGivenLate(Kept kept) {
        var now = System.nanoTime();
        var since = kept.beingMadeSince.get();
        return since == 0 ? !kept.beingMadeSince.compareAndSet(0, now) : now - since < MAKING.toNanos();
    }

    /** Keeps an answer that was made after the stamp was taken. */
    public void keep(String request, HotAnswer answer, Stamp stamp, boolean mayLag) {
        if (!answer.isTooLarge()) {
            answers.put(request, new Kept(answer, stamp, mayLag, new AtomicLong()));
        }
    }
}
