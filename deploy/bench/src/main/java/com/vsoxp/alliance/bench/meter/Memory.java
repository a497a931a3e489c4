package com.vsoxp.alliance.bench.meter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the memory of a service: its heap by its own metrics, five times a second, and what it took of the machine. */
public final class Memory implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(200);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest metrics;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile long mostHeap;

    /** Begins to watch. */
    public Memory(URI service) {
        metrics = HttpRequest.newBuilder(service.resolve("/q/metrics")).build();
        timer.scheduleAtFixedRate(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The most bytes of heap seen in use, garbage included. */
    public long mostHeap() {
        return mostHeap;
    }

    /** The most bytes that the process ever had in memory, of whatever kind. */
    public static long mostResident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    private void look() {
        try {
            mostHeap = Math.max(
                    mostHeap,
                    http.send(metrics, BodyHandlers.ofLines())
                            .body()
                            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                            .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum());
        } catch (IOException e) {
            System.out.println("No metrics: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        http.close();
    }
}
