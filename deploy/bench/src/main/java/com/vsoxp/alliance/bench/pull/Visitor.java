package com.vsoxp.alliance.bench.pull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Reads one listing after the other, any of all, fifty a second at most, and notes how long each took. */
final class Visitor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI directory;
    private final int listings;
    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Double> millis = new ArrayList<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::read);
    private volatile boolean ended;
    private volatile String failure;

    /** Begins to read. */
    Visitor(URI directory, int listings) {
        this.directory = directory;
        this.listings = listings;
        thread.start();
    }

    private void read() {
        try {
            while (!ended) {
                long began = System.nanoTime();
                var listing = HttpRequest.newBuilder(
                                directory.resolve("/v1/listings/partner-" + (1 + random.nextInt(listings))))
                        .build();
                if (http.send(listing, BodyHandlers.discarding()).statusCode() != 200) {
                    failure = listing.uri() + " was not answered 200";
                    return;
                }
                millis.add((System.nanoTime() - began) / 1e6);
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            failure = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends, and tells what was seen: how many reads, their median, what 99 of 100 took at most, and the slowest. */
    String report() throws InterruptedException {
        close();
        if (failure != null) {
            throw new IllegalStateException("A visitor was not served: " + failure);
        }
        millis.sort(null);
        return "%,d reads, %.1f / %.1f / %.0f ms"
                .formatted(millis.size(), percentile(50), percentile(99), percentile(100));
    }

    private double percentile(int percent) {
        return millis.get(Math.ceilDiv(millis.size() * percent, 100) - 1);
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        thread.join();
    }
}
