package com.vsoxp.alliance.bench.search;

import com.vsoxp.alliance.bench.database.FilledDatabase;
import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.util.List;

/** The listings in the service's database, loaded by SQL, with all that triggers keep beside them. */
final class ListingTable {

    private static final String DATABASE = "directory";
    private static final int AT_ONCE = 25_000;
    private static final String SECONDARY = "tablename = 'listing' and indexname not like '%key'";

    private static final String DRAWN = """
            select count(*) = 5 and (select count(*) from undrawn_listing) <= 500 and not exists (select from undrawn_word)
            from drawn_facet where complete""";

    private final FilledDatabase database;
    private int rows;

    ListingTable(PostgresServer postgres) {
        database = new FilledDatabase(postgres, DATABASE);
        database.execute(
                "alter system set session_preload_libraries = 'auto_explain'",
                "alter system set auto_explain.log_min_duration = -1",
                "alter system set auto_explain.log_analyze = on",
                "alter system set auto_explain.log_buffers = on",
                "alter system set auto_explain.log_parameter_max_length = 200",
                "select pg_reload_conf()",
                // A session loads libraries when it begins, and the service has some already.
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE
                        + "' and pid <> pg_backend_pid()",
                FilledDatabase.script(ListingTable.class, "/com/vsoxp/alliance/bench/partners/vocabulary.sql"));
    }

    /** Adds listings until there are this many, and leaves the tables as they would be after a quiet night. */
    void growTo(int wanted) {
        long began = System.nanoTime();
        String load = FilledDatabase.script(ListingTable.class, "listings.sql");
        database.withoutIndexes(SECONDARY, () -> database.load(load, rows + 1, wanted, AT_ONCE));
        rows = wanted;
        long loaded = System.nanoTime();
        database.execute("analyze listing");
        waitUntilDrawn();
        database.settle();
        System.out.printf(
                "%,d listings are there after %d s, and %d s later their bitmaps%n",
                rows, (loaded - began) / 1_000_000_000, (System.nanoTime() - loaded) / 1_000_000_000);
    }

    /** Until the service has drawn the bitmaps of all listings. */
    private void waitUntilDrawn() {
        try {
            while (!column(DRAWN).contains("t")) {
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Has the database write the plan of everything it does into its log, or stop doing so. */
    void explain(boolean on) {
        database.execute(
                "alter system set auto_explain.log_min_duration = " + (on ? 0 : -1), "select pg_reload_conf()");
    }

    /** The first column of what a query selects. */
    List<String> column(String query) {
        return database.column(query);
    }
}
