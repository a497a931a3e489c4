package com.vsoxp.alliance.bench.search;

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

/** The listings in the service's database, loaded by SQL, with all that triggers keep beside them. */
final class ListingTable {

    private static final String DATABASE = "directory";
    private static final int AT_ONCE = 25_000;
    private static final String SECONDARY = "tablename = 'listing' and indexname not like '%key'";

    private final PostgresServer postgres;
    private int rows;

    ListingTable(PostgresServer postgres) {
        this.postgres = postgres;
        // What runs by itself would be measured with what runs by request.
        execute(
                "alter system set autovacuum = off",
                "alter system set session_preload_libraries = 'auto_explain'",
                "alter system set auto_explain.log_min_duration = -1",
                "alter system set auto_explain.log_analyze = on",
                "alter system set auto_explain.log_buffers = on",
                "alter system set auto_explain.log_parameter_max_length = 200",
                "select pg_reload_conf()",
                // A session loads libraries when it begins, and the service has some already.
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE
                        + "' and pid <> pg_backend_pid()",
                resource("/com/vsoxp/alliance/bench/partners/vocabulary.sql"));
    }

    /** Adds listings until there are this many, and leaves the tables as they would be after a quiet night. */
    void growTo(int wanted) {
        long began = System.nanoTime();
        // Building an index once is cheaper than keeping it up row by row.
        List<String> indexes = column("select indexdef from pg_indexes where " + SECONDARY);
        column("select indexname from pg_indexes where " + SECONDARY).forEach(name -> execute("drop index " + name));
        load(rows + 1, wanted);
        indexes.parallelStream().forEach(index -> execute("set maintenance_work_mem = '256MB'", index));
        rows = wanted;
        execute("vacuum (analyze)", "checkpoint");
        System.out.printf("%,d listings are there after %d s%n", rows, (System.nanoTime() - began) / 1_000_000_000);
    }

    private void load(int first, int last) {
        String load = resource("listings.sql");
        IntStream.rangeClosed(0, (last - first) / AT_ONCE)
                .map(chunk -> first + chunk * AT_ONCE)
                .parallel()
                .forEach(from -> execute(
                        "set synchronous_commit = off",
                        "set work_mem = '128MB'",
                        load.replace(":from", String.valueOf(from))
                                .replace(":to", String.valueOf(Math.min(from + AT_ONCE - 1, last)))));
    }

    /** Has the database write the plan of everything it does into its log, or stop doing so. */
    void explain(boolean on) {
        execute("alter system set auto_explain.log_min_duration = " + (on ? 0 : -1), "select pg_reload_conf()");
    }

    /** The first column of what a query selects. */
    List<String> column(String query) {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (found.next()) {
                values.add(found.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String... commands) {
        try (Connection connection = postgres.connect(DATABASE);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The listings could not be loaded", e);
        }
    }

    private static String resource(String name) {
        try (var in = ListingTable.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
