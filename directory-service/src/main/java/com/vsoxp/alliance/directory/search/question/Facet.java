package com.vsoxp.alliance.directory.search.question;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What listings are filtered and counted by. */
public enum Facet {
    TIER("tier", false, Criteria::tiers),
    COUNTRY("country", false, Criteria::countries),
    SERVICE("services", true, Criteria::services),
    VERTICAL("verticals", true, Criteria::verticals),
    LANGUAGE("languages", true, Criteria::languages);

    private final String column;
    private final boolean manyValued;
    private final Function<Criteria, List<String>> wanted;

    Facet(String column, boolean manyValued, Function<Criteria, List<String>> wanted) {
        this.column = column;
        this.manyValued = manyValued;
        this.wanted = wanted;
    }

    public List<String> wantedBy(Criteria criteria) {
        return wanted.apply(criteria);
    }

    public boolean isManyValued() {
        return manyValued;
    }

    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String condition() {
        return manyValued
                ? column + " && cast(:" + parameter() + " as text[])"
                : column + " = any(cast(:" + parameter() + " as text[]))";
    }

    /** How many of these rows have each value. Many of them are alike, so those are put together first. */
    public String countsIn(String rows) {
        return manyValued
                ? """
                select value, sum(alike) as hits
                from (select %1$s, count(*) as alike from %2$s group by %1$s) as listings,
                    lateral (select distinct unnest(%1$s) as value) as each
                where value is not null group by value""".formatted(column, rows)
                : "select %1$s as value, count(*) as hits from %2$s where %1$s is not null group by %1$s"
                        .formatted(column, rows);
    }

    public String column() {
        return column;
    }
}
