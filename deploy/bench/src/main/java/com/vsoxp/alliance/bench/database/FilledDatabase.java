package com.vsoxp.alliance.bench.database;

import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The database of a service, filled by SQL as an operator would fill it, which is much faster than by requests. */
public final class FilledDatabase {

    private final PostgresServer postgres;
    private final String name;

    /** One that a service has just migrated. Nothing runs there by itself any more: it would be measured with what is asked for. */
    public FilledDatabase(PostgresServer postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        execute("alter system set autovacuum = off", "select pg_reload_conf()");
    }

    /** A script that lies beside a class. */
    public static String script(Class<?> beside, String script) {
        try (var in = beside.getResourceAsStream(script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs these, in one session. */
    public void execute(String... commands) {
        try (Connection connection = postgres.connect(name);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be filled", e);
        }
    }

    /** The first column of what a query selects. */
    public List<String> column(String query) {
        try (Connection connection = postgres.connect(name);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The number that a query selects. */
    public long number(String query) {
        return Long.parseLong(column(query).getFirst());
    }

    /**
     * Runs a script for rows number first to last, some portions at a time.
     *
     * @param load makes the rows number {@code :from} to {@code :to}
     * @param atOnce how many rows a portion has
     */
    public void load(String load, int first, int last, int atOnce) {
        IntStream.rangeClosed(0, (last - first) / atOnce)
                .map(portion -> first + portion * atOnce)
                .parallel()
                .forEach(from -> execute(
                        "set synchronous_commit = off",
                        "set work_mem = '128MB'",
                        load.replace(":from", String.valueOf(from))
                                .replace(":to", String.valueOf(Math.min(from + atOnce - 1, last)))));
    }

    /**
     * Does work while indexes are away: to build one once is cheaper than to keep it up row by row.
     *
     * @param which of those in {@code pg_indexes}
     */
    public void withoutIndexes(String which, Runnable work) {
        List<String> indexes = column("select indexdef from pg_indexes where " + which);
        column("select indexname from pg_indexes where " + which).forEach(index -> execute("drop index " + index));
        work.run();
        indexes.parallelStream().forEach(index -> execute("set maintenance_work_mem = '256MB'", index));
    }

    /** Leaves everything as it would be after a quiet night. */
    public void settle() {
        execute("vacuum (analyze)", "checkpoint");
    }
}
