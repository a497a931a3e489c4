package com.vsoxp.alliance.local.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A PostgreSQL server on a data directory of its own, which it keeps. It listens on the loopback address and trusts local users. */
public final class PostgresServer implements AutoCloseable {

    /** Superuser; needs no password. */
    public static final String SUPERUSER = "postgres";

    /** Four services with a pool each, two replicas of some, tests and a person with psql. */
    private static final int MAX_CONNECTIONS = 200;

    /**
     * Taken from the machine only as far as there are data; the server's own default is for machines of long ago. A benchmark of many
     * data asks for more.
     */
    private static final String BUFFERS = System.getProperty("alliance.local.buffers", "512MB");

    /** So that a server under load is not forever at its next checkpoint. Only one under load lets its log grow to this. */
    private static final String LARGEST_LOG = "4GB";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final boolean IS_MAC = System.getProperty("os.name").startsWith("Mac");

    private final EmbeddedPostgres server;
    private final Path dataDirectory;

    private PostgresServer(EmbeddedPostgres server, Path dataDirectory) {
        this.server = server;
        this.dataDirectory = dataDirectory;
    }

    /**
     * Starts a server and waits until it answers. A server left over on the same data is ended first. The server's log is
     * {@code postgres.log} beside the directory.
     *
     * @param port a free port
     */
    public static PostgresServer start(Path dataDirectory, int port, Durability durability) {
        LeftOverPostgres.end(dataDirectory);
        Path log = dataDirectory.resolveSibling("postgres.log");
        try {
            return new PostgresServer(
                    EmbeddedPostgres.builder()
                            .setDataDirectory(dataDirectory)
                            .setCleanDataDirectory(false)
                            .setRegisterShutdownHook(false)
                            .setPort(port)
                            .setPGStartupWait(PATIENCE)
                            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            // The same letters and the same order on every machine, whatever its own locale.
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("lc-ctype", IS_MAC ? "UTF-8" : "C.UTF-8")
                            .setServerConfig("max_connections", String.valueOf(MAX_CONNECTIONS))
                            .setServerConfig("shared_buffers", BUFFERS)
                            .setServerConfig("max_wal_size", LARGEST_LOG)
                            .setServerConfig("fsync", durability.sync)
                            .setServerConfig("synchronous_commit", durability.sync)
                            .setServerConfig("full_page_writes", durability.sync)
                            .start(),
                    dataDirectory);
        } catch (IOException | IllegalStateException e) {
            throw new Refusal("PostgreSQL does not start on " + dataDirectory + "; " + log + " may tell why.", e);
        }
    }

    public int port() {
        return server.getPort();
    }

    /**
     * The server's main process, parent of all others.
     *
     * @throws IllegalStateException if it has ended
     */
    public long pid() {
        return LeftOverPostgres.find(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL has ended"))
                .pid();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection as superuser; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
    }

    /** Completes when the server's process is gone, whoever ended it. */
    public CompletableFuture<Void> died() {
        return LeftOverPostgres.find(dataDirectory)
                .map(process -> process.onExit().thenAccept(ended -> {}))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Ends the server at once for its clients, with all that was committed on disk. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
