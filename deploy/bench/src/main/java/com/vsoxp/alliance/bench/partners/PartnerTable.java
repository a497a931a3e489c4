package com.vsoxp.alliance.bench.partners;

import com.vsoxp.alliance.bench.database.FilledDatabase;
import com.vsoxp.alliance.local.infrastructure.PostgresServer;
import java.util.List;

/** The partners in the service's database, loaded by SQL as an operator would load them. */
final class PartnerTable {

    private static final int AT_ONCE = 25_000;

    private static final String SECONDARY = "tablename = 'partner' and indexname not like '%pkey'";

    private final FilledDatabase database;
    private int rows;

    /** The empty table of a service that has just migrated its database. */
    PartnerTable(PostgresServer postgres) {
        database = new FilledDatabase(postgres, "partner");
        database.execute(FilledDatabase.script(PartnerTable.class, "vocabulary.sql"));
    }

    /** Adds partners until there are this many, and leaves the table as it would be after a quiet night. */
    void growTo(int wanted) {
        if (wanted == rows) {
            return;
        }
        long began = System.nanoTime();
        String load = FilledDatabase.script(PartnerTable.class, "partners.sql");
        database.withoutIndexes(SECONDARY, () -> database.load(load, rows + 1, wanted, AT_ONCE));
        rows = wanted;
        database.settle();
        System.out.printf("%,d partners are there after %d s%n", rows, (System.nanoTime() - began) / 1_000_000_000);
    }

    /** Words of names that at least a page full of partners have, the table being small. */
    List<String> commonWords() {
        return database.column(
                "select word from partner_word where length(word) > 5 group by word having count(*) between 60 and 400"
                        + " order by count(*) desc limit 30");
    }
}
