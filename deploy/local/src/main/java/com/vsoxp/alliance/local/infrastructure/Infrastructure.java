package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * PostgreSQL and Kafka, started side by side in one data directory. It holds no database, role or topic of its own: those are
 * its users' matter.
 */
public final class Infrastructure implements AutoCloseable {

    /** Stands in a data directory until its first start came to its end; what is found with it is half made. */
    private static final String HALF_MADE = "half-made";

    private final PostgresServer postgres;
    private final KafkaBroker kafka;

    private Infrastructure(PostgresServer postgres, KafkaBroker kafka) {
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /**
     * Starts both and returns when both answer. What an earlier start left in the directory is there again.
     *
     * @param postgresPort port of 127.0.0.1, 0 for a free one
     * @param kafkaPort port of 127.0.0.1, 0 for a free one
     * @throws Refusal if a port is taken or a server does not start; nothing is left running
     */
    public static Infrastructure start(Path dataDirectory, int postgresPort, int kafkaPort, Durability durability) {
        QuietLogging.install();
        LeftOverPostgres.end(postgresDirectory(dataDirectory));
        int pgPort = Ports.resolve(postgresPort, "PostgreSQL");
        int brokerPort = Ports.resolve(kafkaPort, "Kafka");
        Path halfMade = prepare(dataDirectory);
        var postgres = CompletableFuture.supplyAsync(
                () -> PostgresServer.start(postgresDirectory(dataDirectory), pgPort, durability));
        var kafka = CompletableFuture.supplyAsync(() -> KafkaBroker.start(dataDirectory.resolve("kafka"), brokerPort));
        try {
            var started = new Infrastructure(postgres.join(), kafka.join());
            Files.deleteIfExists(halfMade);
            return started;
        } catch (CompletionException e) {
            closeWhatStarted(postgres);
            closeWhatStarted(kafka);
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where PostgreSQL keeps its files under a data directory. */
    public static Path postgresDirectory(Path dataDirectory) {
        return dataDirectory.resolve("postgres");
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    @Override
    public void close() {
        try (postgres) {
            kafka.close();
        }
    }

    private static Path prepare(Path dataDirectory) {
        Path halfMade = dataDirectory.resolve(HALF_MADE);
        try {
            if (Files.exists(halfMade)) {
                delete(dataDirectory);
            }
            if (!Files.exists(dataDirectory)) {
                Files.createDirectories(dataDirectory);
                Files.createFile(halfMade);
            }
            return halfMade;
        } catch (IOException e) {
            throw new Refusal("Cannot write to " + dataDirectory + ": " + e.getMessage(), e);
        }
    }

    private static void closeWhatStarted(CompletableFuture<? extends AutoCloseable> server) {
        server.handle((started, failure) -> {
                    if (started instanceof PostgresServer postgres) {
                        postgres.close();
                    } else if (started instanceof KafkaBroker kafka) {
                        kafka.close();
                    }
                    return null;
                })
                .join();
    }

    /** Deletes a directory with all that is in it; does nothing if there is none. */
    public static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
