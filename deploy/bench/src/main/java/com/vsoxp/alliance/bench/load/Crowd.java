package com.vsoxp.alliance.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** Callers on a connection each, who call as soon as they are answered. */
public final class Crowd implements AutoCloseable {

    private final List<RawHttp> connections = new ArrayList<>();
    private final ExecutorService threads;
    private final AtomicLong next = new AtomicLong();

    public Crowd(URI service, int callers) throws IOException {
        threads = Executors.newFixedThreadPool(
                callers, Thread.ofPlatform().daemon().factory());
        for (int i = 0; i < callers; i++) {
            connections.add(new RawHttp(service));
        }
    }

    /**
     * Has everybody call for that long.
     *
     * @param request the bytes of the n-th request
     * @param expected the status that each must be answered
     * @return how many calls were answered
     */
    public long call(Duration time, LongFunction<byte[]> request, int expected)
            throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<Long>> callers = connections.stream()
                .<Callable<Long>>map(connection -> () -> callUntil(end, connection, request, expected))
                .toList();
        long answered = 0;
        for (Future<Long> caller : threads.invokeAll(callers)) {
            answered += caller.get();
        }
        return answered;
    }

    private long callUntil(long end, RawHttp connection, LongFunction<byte[]> request, int expected)
            throws IOException {
        long answered = 0;
        while (System.nanoTime() < end) {
            int status = connection.exchange(request.apply(next.getAndIncrement()));
            if (status != expected) {
                throw new IllegalStateException("Answered " + status + ": " + connection.body());
            }
            answered++;
        }
        return answered;
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (RawHttp connection : connections) {
            connection.close();
        }
    }
}
