package com.vsoxp.alliance.partner.feed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.partner.feed.Feed;
import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.partner.feed.FeedConfig;
import com.vsoxp.alliance.partner.feed.FeedFilter;
import com.vsoxp.alliance.partner.feed.FeedSlice;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LongPollTest {

    private static final FeedFilter NOBODY = new FeedFilter(Set.of(), UUID.randomUUID());
    private static final Duration LONG = Duration.ofSeconds(30);

    private record OneSeat() implements FeedConfig {
        @Override
        public Duration keep() {
            return Duration.ofDays(1);
        }

        @Override
        public String purgeEvery() {
            return "off";
        }

        @Override
        public int mostWaiting() {
            return 1;
        }

        @Override
        public Duration pollEvery() {
            return Duration.ofMillis(50);
        }
    }

    @Inject
    Feed feed;

    private LongPoll longPoll;

    @BeforeEach
    void open() {
        longPoll = new LongPoll(feed, new FeedBell(), new OneSeat(), new SimpleMeterRegistry());
        longPoll.open(new StartupEvent());
    }

    @Test
    void oneMoreThanMayWaitIsToldToComeBack() throws ExecutionException, InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        CompletableFuture<FeedSlice> first = waiting(LONG, gone::get);

        assertThatThrownBy(() -> longPoll.after(start(), NOBODY, 50, LONG, () -> false))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.type()).isEqualTo(ProblemType.UNAVAILABLE);
                    assertThat(refusal.retryAfter()).isPresent();
                });
        gone.set(true);
        first.get();
    }

    @Test
    void whoHangsUpLeavesTheSeatToOthers() throws ExecutionException, InterruptedException {
        AtomicBoolean gone = new AtomicBoolean();
        CompletableFuture<FeedSlice> first = waiting(LONG, gone::get);

        gone.set(true);

        assertThat(first.get().events()).isEmpty();
        assertThat(longPoll.waiting()).isZero();
    }

    @Test
    void aServiceThatStopsSendsThemHome() throws ExecutionException, InterruptedException {
        CompletableFuture<FeedSlice> first = waiting(LONG, () -> false);

        longPoll.close(new ShutdownEvent());

        assertThat(first.get().events()).isEmpty();
    }

    private CompletableFuture<FeedSlice> waiting(Duration wait, BooleanSupplier gone) {
        long start = start();
        CompletableFuture<FeedSlice> call =
                CompletableFuture.supplyAsync(() -> longPoll.after(start, NOBODY, 50, wait, gone));
        await().until(() -> longPoll.waiting() == 1);
        return call;
    }

    private long start() {
        return feed.after(0, NOBODY, 1).through();
    }
}
