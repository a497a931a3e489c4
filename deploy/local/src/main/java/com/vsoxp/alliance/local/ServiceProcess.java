package com.vsoxp.alliance.local;

import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One run of a service, from its start to its end. */
final class ServiceProcess {

    private static final Duration TO_BE_READY = Duration.ofMinutes(3);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final AllianceService service;
    private final URI url;
    private final Path log;
    private final long logBegan;
    private final Process process;
    private volatile boolean ending;

    private ServiceProcess(AllianceService service, URI url, Path log, long logBegan, Process process) {
        this.service = service;
        this.url = url;
        this.log = log;
        this.logBegan = logBegan;
        this.process = process;
    }

    /** Starts it without waiting; what it prints is appended to the log. */
    static ServiceProcess launch(
            AllianceService service, List<String> command, Map<String, String> environment, URI url, Path log) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new ServiceProcess(service, url, log, log.toFile().length(), builder.start());
        } catch (IOException e) {
            throw new Refusal(service.serviceName() + " cannot be started: " + e.getMessage(), e);
        }
    }

    URI url() {
        return url;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with one line for a person when the process ends though nobody here ended it. */
    CompletableFuture<String> died() {
        var death = new CompletableFuture<String>();
        process.onExit().thenAccept(ended -> {
            if (!ending) {
                death.complete(epitaph());
            }
        });
        return death;
    }

    /**
     * Returns when the service says that it is ready.
     *
     * @throws Refusal if it ends or does not become ready
     */
    void awaitReady(Readiness readiness) {
        long deadline = System.nanoTime() + TO_BE_READY.toNanos();
        while (!readiness.of(url)) {
            if (!process.isAlive()) {
                throw new Refusal(epitaph());
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        service.serviceName() + " is not ready after " + TO_BE_READY.toSeconds() + " s; see " + log);
            }
            pause();
        }
    }

    /** Asks it to end, and ends it if it does not. */
    void stop() {
        ending = true;
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    /** Ends it without a chance to do anything more (SIGKILL). */
    void kill() {
        ending = true;
        process.destroyForcibly().onExit().join();
    }

    private String epitaph() {
        String reason = LastWords.in(log, logBegan).map(words -> ": " + words).orElse("");
        return service.serviceName() + " ended with code " + process.exitValue() + reason + " (see " + log + ")";
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting.", e);
        }
    }
}
