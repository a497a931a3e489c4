package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The filters by what a partner is. Each combination of them has an index of its own, over the values one after the other.
 *
 * @param status null lets everything pass, as for the others
 */
record Facets(EnrollmentStatus status, String tier, String country) {

    boolean isEmpty() {
        return status == null && tier == null && country == null;
    }

    /** The condition on {@code p}, which one that was merged into another never fulfils. */
    Sql passed() {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (status != null) {
            columns.add("p.status");
            values.add(status.name());
        }
        if (tier != null) {
            columns.add("p.tier");
            values.add(tier);
        }
        if (country != null) {
            columns.add("p.country");
            values.add(country);
        }
        return columns.isEmpty()
                ? new Sql("p.merged_into is null")
                : new Sql("(" + String.join(" || ' ' || ", columns) + ") = :facets and p.merged_into is null")
                        .with("facets", String.join(" ", values));
    }

    /** The ids of all that pass; empty if that is everybody. */
    Optional<Sql> ids() {
        return isEmpty() ? Optional.empty() : Optional.of(new Sql("select p.id from partner p where ").add(passed()));
    }
}
