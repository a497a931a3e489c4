package com.vsoxp.alliance.directory.rebuild;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * Lays temporary tables over those of the directory: for one transaction, whoever names a table means the empty one. So the same
 * use cases that take events in build the directory anew beside the one that is read, and nothing is told twice in two ways.
 */
@UseCase
class Shadow {

    /** The tables that follow from topics, and by what their rows are told apart. */
    private static final Map<String, String> KEYS = Map.of(
            "listing", "partner_id",
            "slug_claim", "slug",
            "success_story", "partner_id, id",
            "published_program", "version",
            "program_tier", "program_version, code");

    /** What no topic tells: what the world was told of a story. */
    private static final List<String> NOT_FROM_TOPICS = List.of("shown", "told_sequence", "position", "changed_at");

    @Inject
    EntityManager database;

    /** From here on the names mean empty tables, but for addresses given out and versions of the program, which are kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lay() {
        var live = schema();
        KEYS.forEach((table, key) -> {
            run("create temp table %1$s (like %2$s.%1$s including defaults including generated) on commit drop"
                    .formatted(table, live));
            run("alter table pg_temp.%s add primary key (%s)".formatted(table, key));
        });
        for (var kept : List.of("slug_claim", "published_program", "program_tier")) {
            run("insert into pg_temp.%1$s select * from %2$s.%1$s".formatted(kept, live));
        }
        // Statements that were prepared before would go on meaning the tables below.
        run("discard plans");
    }

    /**
     * Makes the tables below what was built, with nobody writing to them, and has every partner held against what was told.
     *
     * @return how many partners were not as they should have been
     */
    @Transactional(Transactional.TxType.MANDATORY)
    long mend() {
        var live = schema();
        addMissing("published_program", live);
        addMissing("program_tier", live);
        run("insert into pg_temp.listing (partner_id) select partner_id from %s.listing on conflict do nothing"
                .formatted(live));
        run("create temp table differing (partner_id uuid primary key) on commit drop");
        noteDiffering("listing", "partner_id", live);
        noteDiffering("success_story", "partner_id, id", live);
        // Partners may have exchanged their slugs.
        run("update %s.listing set slug = null where partner_id in (select partner_id from differing)".formatted(live));
        overwrite("listing", "partner_id", live);
        addMissing("slug_claim", live);
        run(
                "delete from %s.success_story where partner_id in (select partner_id from differing) and (partner_id, id) not in (select partner_id, id from pg_temp.success_story) and not shown"
                        .formatted(live));
        run("""
                update %s.success_story as kept
                set retracted_on = coalesce(retracted_on, published_on), title = null, customer = null, summary = null, body = null, url = null
                where partner_id in (select partner_id from differing)
                  and not exists (select from pg_temp.success_story built where built.partner_id = kept.partner_id and built.id = kept.id)""".formatted(live));
        overwrite("success_story", "partner_id, id", live);
        var mended = ((Number) database.createNativeQuery("select count(*) from differing")
                        .getSingleResult())
                .longValue();
        if (mended > 0) {
            // What was read of positions may have been of a state that is lost: who follows the feed begins anew.
            run("update publication_epoch set epoch = gen_random_uuid()");
        }
        run("insert into untold_partner select partner_id from %s.listing on conflict do nothing".formatted(live));
        return mended;
    }

    /** Keeps writers out of the tables below until the end of the transaction; readers go on. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock() {
        var live = schema();
        // In the order in which who tells again takes them, so that neither waits for the other.
        for (var table : List.of("untold_partner", "listing", "success_story", "slug_claim", "published_program")) {
            run("lock table %s.%s in share row exclusive mode".formatted(live, table));
        }
    }

    private void addMissing(String table, String live) {
        run("insert into %2$s.%1$s select * from pg_temp.%1$s on conflict do nothing".formatted(table, live));
    }

    private void noteDiffering(String table, String key, String live) {
        var columns = columns(table, live);
        run("""
                insert into differing
                select distinct partner_id from (
                    (select %1$s from pg_temp.%2$s except select %1$s from %3$s.%2$s)
                    union all
                    (select %1$s from %3$s.%2$s except select %1$s from pg_temp.%2$s)) as odd
                on conflict do nothing""".formatted(columns, table, live));
    }

    private void overwrite(String table, String key, String live) {
        var columns = columns(table, live);
        run("""
                insert into %3$s.%2$s (%1$s) select %1$s from pg_temp.%2$s
                where partner_id in (select partner_id from differing)
                on conflict (%4$s) do update set (%1$s) = (select %5$s)""".formatted(columns, table, live, key, "excluded." + columns.replace(", ", ", excluded.")));
    }

    /** Those that a statement may write and a topic tells. */
    private String columns(String table, String live) {
        return (String) database.createNativeQuery("""
                        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                        where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
                          and (attname not in (:others) or :table not like '%.success_story')""")
                .setParameter("table", live + "." + table)
                .setParameter("others", NOT_FROM_TOPICS)
                .getSingleResult();
    }

    private String schema() {
        return (String) database.createNativeQuery("select quote_ident(cast(current_schema() as text))")
                .getSingleResult();
    }

    private void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }
}
