package com.vsoxp.alliance.local.command;

import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.LocalSettings;
import com.vsoxp.alliance.local.RunRecord;
import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Exit;

/**
 * {@code deploy/local/up}: runs the alliance until a signal or until a part of it dies. Tells what happens in lines for a person,
 * and stops all that it started however it ends; but for SIGKILL, after which the next {@code up} or {@code down} clears up.
 */
final class Up {

    private final long startedAt = System.nanoTime();
    private final CompletableFuture<LocalAlliance> alliance = new CompletableFuture<>();
    private volatile boolean stopping;

    private Up() {}

    public static void main(String[] args) {
        var options = Set.of(args);
        LocalSettings settings = LocalSettings.of(Place.root()).stateIn(Place.state());
        new Up()
                .run(
                        options.contains("--free-ports") ? settings.onFreePorts() : settings,
                        !options.contains("--no-welcome"));
    }

    private void run(LocalSettings settings, boolean welcome) {
        Thread starter = Thread.currentThread();
        // A broker that loses its disk would halt this process at once, and leave the services running.
        Exit.setHaltProcedure((code, message) -> end("Kafka gave up; the disk may be full."));
        Exit.setExitProcedure((code, message) -> end("Kafka gave up; the disk may be full."));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starter)));
        try {
            alliance.complete(LocalAlliance.start(settings.telling(this::tell)));
        } catch (Refusal refusal) {
            alliance.completeExceptionally(refusal);
            end(refusal.getMessage());
        }
        if (welcome) {
            RunRecord.read(Place.state()).ifPresent(Running::welcome);
        }
        end(alliance.join().death().join());
    }

    /** A start that is broken off clears up after itself; what runs is stopped. */
    private void stop(Thread starter) {
        stopping = true;
        starter.interrupt();
        alliance.handle((running, failure) -> {
                    if (running != null) {
                        tell("Stopping");
                        running.close();
                        tell("Stopped; the data is kept");
                    }
                    return null;
                })
                .join();
    }

    private void tell(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - startedAt) / 1e9, line);
    }

    /** Says why and ends, unless a signal ended everything already: then the parts that go are no news. */
    private void end(String line) {
        if (!stopping) {
            System.err.println(line);
        }
        System.exit(1);
    }
}
