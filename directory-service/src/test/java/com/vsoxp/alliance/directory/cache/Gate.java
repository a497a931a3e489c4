package com.vsoxp.alliance.directory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A place between the making of an answer and its keeping, where all wait until the test lets them on. */
final class Gate implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, Gate> GATES = new ConcurrentHashMap<>();

    private final String path;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);

    private Gate(String path) {
        this.path = path;
    }

    /** Before answers of this path. */
    static Gate at(String path) {
        var gate = new Gate(path);
        GATES.put(path, gate);
        return gate;
    }

    /** Waits until so many requests have not been answered from memory, and so many of their answers are made. */
    void await(int wantedAsked, int wantedMade) {
        Awaitility.await().atMost(PATIENCE).until(() -> asked.get() == wantedAsked && made.get() >= wantedMade);
    }

    /** How many answers were made. */
    int made() {
        return made.get();
    }

    void open() {
        opened.countDown();
    }

    @Override
    public void close() {
        open();
        GATES.remove(path);
    }

    private void hold() throws InterruptedException {
        made.incrementAndGet();
        assertThat(opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** Counts who comes by. */
    @Provider
    @PreMatching
    public static class Entry implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext request) {
            var gate = GATES.get(request.getUriInfo().getRequestUri().getPath());
            if (gate != null) {
                gate.asked.incrementAndGet();
            }
        }
    }

    /** Comes before the filters that keep what was made. */
    @Provider
    public static class Exit implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            var gate = GATES.get(request.getUriInfo().getRequestUri().getPath());
            if (gate != null && request.getProperty(OneMaker.MADE_BY_ANOTHER) == null) {
                try {
                    gate.hold();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
