package com.vsoxp.alliance.bench.partners;

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

/** The partners in the service's database, loaded by SQL as an operator would load them. */
final class PartnerTable {

    private static final int AT_ONCE = 25_000;

    private static final String SECONDARY = "tablename = 'partner' and indexname not like '%pkey'";

    private final PostgresServer postgres;
    private int rows;

    /** The empty table of a service that has just migrated its database. */
    PartnerTable(PostgresServer postgres) {
        this.postgres = postgres;
        // What runs by itself would be measured with what runs by request.
        execute("alter system set autovacuum = off", "select pg_reload_conf()", resource("vocabulary.sql"));
    }

    /** Adds partners until there are this many, and leaves the table as it would be after a quiet night. */
    void growTo(int wanted) {
        if (wanted == rows) {
            return;
        }
        long began = System.nanoTime();
        // Building an index once is cheaper than keeping it up row by row.
        List<String> indexes = column("select indexdef from pg_indexes where " + SECONDARY);
        column("select indexname from pg_indexes where " + SECONDARY).forEach(name -> execute("drop index " + name));
        load(rows + 1, wanted);
        indexes.parallelStream().forEach(this::execute);
        rows = wanted;
        execute("vacuum (analyze)", "checkpoint");
        System.out.printf("%,d partners are there after %d s%n", rows, (System.nanoTime() - began) / 1_000_000_000);
    }

    private void load(int first, int last) {
        String load = resource("partners.sql");
        IntStream.rangeClosed(0, (last - first) / AT_ONCE)
                .map(chunk -> first + chunk * AT_ONCE)
                .parallel()
                .forEach(from -> execute(
                        "set synchronous_commit = off",
                        "set work_mem = '128MB'",
                        load.replace(":from", String.valueOf(from))
                                .replace(":to", String.valueOf(Math.min(from + AT_ONCE - 1, last)))));
    }

    /** Words of names that at least a page full of partners have, the table being small. */
    List<String> commonWords() {
        return column(
                "select word from partner_word where length(word) > 5 group by word having count(*) between 60 and 400"
                        + " order by count(*) desc limit 30");
    }

    /** The first column of what a query selects. */
    private List<String> column(String query) {
        try (Connection connection = postgres.connect("partner");
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
        try (Connection connection = postgres.connect("partner");
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The partners could not be loaded", e);
        }
    }

    static String resource(String name) {
        try (var in = PartnerTable.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
