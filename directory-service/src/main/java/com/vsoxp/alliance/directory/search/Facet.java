package com.vsoxp.alliance.directory.search;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What listings are filtered and counted by. */
enum Facet {
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

    List<String> wantedBy(Criteria criteria) {
        return wanted.apply(criteria);
    }

    boolean isManyValued() {
        return manyValued;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    String condition() {
        return manyValued
                ? column + " && cast(:" + parameter() + " as text[])"
                : column + " = any(cast(:" + parameter() + " as text[]))";
    }

    /** The rows to count it in: one per listing and value. */
    String valuesOf(String rows) {
        return manyValued
                ? "select value from " + rows + ", lateral (select distinct unnest(" + column + ") as value) as each"
                : "select " + column + " as value from " + rows;
    }

    String column() {
        return column;
    }
}
