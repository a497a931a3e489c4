package com.vsoxp.alliance.bench.eligibility;

import com.vsoxp.alliance.bench.database.FilledDatabase;
import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.util.UUID;

/**
 * Partners, standings and facts in the service's database, loaded by SQL: five facts a partner on average. A partner's facts lie
 * scattered, as they do where they came in over years.
 */
final class EligibilityTables {

    static final String DATABASE = "eligibility";

    /** As the service's own migrations make it. */
    private static final String FACT_KEY = """
            alter table fact
                add primary key (partner_id, id) include (quantity, on_day, counts_until, kind, amount, currency)""";

    private static final int AT_ONCE = 50_000;
    private static final int KINDS_OF_FACTS = 11;
    // Of the rehearsable: evidence a partner, and sales with reversals a partner and pass over them.
    private static final double EVIDENCE = 7 * 0.15;
    private static final double SALES_A_PASS = (0.1 + 0.3 * 0.4 + 0.6 * 0.18) * 31 / 30;
    private static final long HIGH_BITS = 0x019abf1000007000L;
    private static final long LOW_BITS = 0x8000000000000000L;

    private final FilledDatabase database;
    private int partners;

    /** The empty tables of a service that has just migrated its database. */
    EligibilityTables(PostgresServer postgres) {
        database = new FilledDatabase(postgres, DATABASE);
        database.execute("alter system set max_wal_size = '8GB'", "select pg_reload_conf()", """
                create function bench_id(n int) returns uuid language sql immutable
                    return ('019abf10-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid""");
    }

    /** The id of partner number n, from 1 on. */
    static UUID id(int n) {
        return new UUID(HIGH_BITS, LOW_BITS | n);
    }

    /** Adds partners with their facts until there are this many, and leaves the tables as after a quiet night. */
    void growTo(int wanted) {
        if (wanted == partners) {
            return;
        }
        long began = System.nanoTime();
        // Building an index once is cheaper than keeping it up row by row.
        execute("alter table fact drop constraint fact_pkey");
        load("partners.sql", 0, partners + 1, wanted);
        for (int k = 1; k <= KINDS_OF_FACTS; k++) {
            load("facts.sql", k, partners + 1, wanted);
        }
        execute("set maintenance_work_mem = '512MB'", FACT_KEY);
        partners = wanted;
        settle();
        System.out.printf("%,d partners are there after %d s%n", partners, (System.nanoTime() - began) / 1_000_000_000);
    }

    /**
     * Fills the empty tables with partners as they are after some years: most have sold little, some much, three of twenty have what
     * makes a premier. The facts come to about the number asked for.
     */
    void rehearsable(int wanted, int facts) {
        long began = System.nanoTime();
        execute("alter table fact drop constraint fact_pkey");
        load("rehearsed-evidence.sql", 0, 1, wanted);
        double sales = (double) facts / wanted - EVIDENCE;
        for (int k = 1; k <= Math.round(sales / SALES_A_PASS); k++) {
            load("rehearsed-sales.sql", k, 1, wanted);
        }
        execute("set maintenance_work_mem = '512MB'", FACT_KEY, "analyze fact");
        load("rehearsed-partners.sql", 0, 1, wanted);
        partners = wanted;
        settle();
        System.out.printf(
                "%,d partners with %,d facts are there after %d s%n",
                partners, number("select count(*) from fact"), (System.nanoTime() - began) / 1_000_000_000);
    }

    /** Leaves nothing to do for what the database does by itself. */
    void settle() {
        database.settle();
    }

    long number(String query) {
        return database.number(query);
    }

    void execute(String... commands) {
        database.execute(commands);
    }

    /** Runs a script over partners number first to last, some at a time, with a number of the script's own for {@code :k}. */
    void load(String script, int k, int first, int last) {
        database.load(resource(script).replace(":k", String.valueOf(k)), first, last, AT_ONCE);
    }

    static String resource(String name) {
        return FilledDatabase.script(EligibilityTables.class, name);
    }
}
