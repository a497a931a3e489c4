package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL server that outlived its launcher. It must be ended before the next start on the same data: the next launcher
 * would else find the port answered, and take the old server for its own.
 */
public final class LeftOverPostgres {

    private static final Duration CLOCK_ROUNDING = Duration.ofSeconds(5);
    private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(20);

    private LeftOverPostgres() {}

    /**
     * Ends the server that runs on this PostgreSQL data directory, if there is one; its committed data is kept.
     *
     * @return whether there was one
     */
    public static boolean end(Path postgresDirectory) {
        Optional<ProcessHandle> server = find(postgresDirectory);
        server.ifPresent(LeftOverPostgres::shutDown);
        return server.isPresent();
    }

    /** The process that {@code postmaster.pid} tells of, if it lives and is that server rather than a later owner of the number. */
    static Optional<ProcessHandle> find(Path postgresDirectory) {
        Path pidFile = postgresDirectory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            long pid = Long.parseLong(lines.get(0).strip());
            Instant startedAt =
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(pid).filter(process -> isPostgresOf(process, startedAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new Refusal(
                    "Cannot read " + pidFile + ": end the PostgreSQL server of this folder and remove the file.", e);
        }
    }

    private static boolean isPostgresOf(ProcessHandle process, Instant startedAt) {
        boolean isPostgres = process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
        return isPostgres
                && process.info()
                        .startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_ROUNDING) <= 0)
                        .orElse(true);
    }

    private static void shutDown(ProcessHandle postgres) {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
            new ProcessBuilder("kill", "-INT", String.valueOf(postgres.pid()))
                    .start()
                    .waitFor();
            postgres.onExit().get(FAST_SHUTDOWN.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while PostgreSQL was shutting down.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal("PostgreSQL (process " + postgres.pid() + ") does not end: end it by hand.", e);
        }
    }
}
