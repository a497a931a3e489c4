package com.vsoxp.alliance.bench.pull;

import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.IntStream;

/** What the world was told of so many listings, loaded by SQL: all that is pulled is read from there. */
final class Publications {

    private static final int AT_ONCE = 25_000;

    private final PostgresServer postgres;

    Publications(PostgresServer postgres) {
        this.postgres = postgres;
    }

    /** Loads them, named {@code partner-1} and so on, and leaves the table as it would be after a quiet night. */
    void load(int many) {
        execute(resource("/com/vsoxp/alliance/bench/partners/vocabulary.sql"));
        String load = resource("publications.sql");
        IntStream.rangeClosed(0, (many - 1) / AT_ONCE)
                .map(chunk -> 1 + chunk * AT_ONCE)
                .parallel()
                .forEach(from -> execute(
                        "set synchronous_commit = off",
                        "set work_mem = '64MB'",
                        load.replace(":from", String.valueOf(from))
                                .replace(":to", String.valueOf(Math.min(from + AT_ONCE - 1, many)))));
        execute("vacuum (analyze) publication", "checkpoint");
    }

    private void execute(String... commands) {
        try (Connection connection = postgres.connect("directory");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The listings could not be loaded", e);
        }
    }

    private static String resource(String name) {
        try (var in = Publications.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
