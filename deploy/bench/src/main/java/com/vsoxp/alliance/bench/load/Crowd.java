package com.vsoxp.alliance.bench.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Callers on a connection each, who call as soon as they are answered. One thread serves them all, as it does in pgbench: a
 * thread for each would cost more than the calls.
 */
public final class Crowd implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;

    private final Selector selector = Selector.open();
    private final List<Caller> callers = new ArrayList<>();
    private long next;

    public Crowd(URI service, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            callers.add(new Caller(service, selector));
        }
    }

    /**
     * Has everybody call for that long, and waits for the last answers.
     *
     * @param request the bytes of the n-th request
     * @param expected the status that each must be answered
     * @return how many calls were answered
     */
    public long call(Duration time, LongFunction<byte[]> request, int expected) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (Caller caller : callers) {
            caller.send(request.apply(next++));
        }
        long answered = 0;
        int waiting = callers.size();
        while (waiting > 0) {
            if (selector.select(PATIENCE_MILLIS) == 0) {
                throw new SocketTimeoutException("The service does not answer");
            }
            for (SelectionKey ready : selector.selectedKeys()) {
                Caller caller = (Caller) ready.attachment();
                if (!caller.isAnswered(expected)) {
                    continue;
                }
                answered++;
                if (System.nanoTime() < end) {
                    caller.send(request.apply(next++));
                } else {
                    waiting--;
                }
            }
            selector.selectedKeys().clear();
        }
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (Caller caller : callers) {
            caller.close();
        }
        selector.close();
    }
}
