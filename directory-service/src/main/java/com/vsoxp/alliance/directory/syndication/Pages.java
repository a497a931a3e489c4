package com.vsoxp.alliance.directory.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pages of partners, in parts that fit a sitemap. */
@ApplicationScoped
class Pages {

    /** Behind which no page stands and before which all do: no slug is called that, and an empty parameter would be none. */
    static final String FIRST = "-";

    private static final String BEGINNINGS = """
            select slug from (
                select slug, row_number() over (order by slug) as place, lead(slug) over (order by slug) as next
                from publication where listing is not null) as page
            where place % :most = 0 and next is not null order by slug""";

    @Inject
    EntityManager database;

    /**
     * How many pages a sitemap names; the protocol's most is 50,000, one of which is the directory itself. A part is made in memory: a
     * crawler that asks for several at once should not take much of it.
     */
    @ConfigProperty(name = "alliance.directory.sitemap-pages", defaultValue = "9999")
    int most;

    record Page(String slug, Instant changedAt) {}

    /** Behind which slug each part begins: one at least, and each has a page unless there are none at all. */
    List<String> beginnings() {
        var beginnings = new ArrayList<String>();
        beginnings.add(FIRST);
        beginnings.addAll(database.createNativeQuery(BEGINNINGS, String.class)
                .setParameter("most", most)
                .getResultList());
        return beginnings;
    }

    /** The part that begins behind a slug. */
    List<Page> after(String slug) {
        List<?> rows = database.createNativeQuery("""
                        select slug, changed_at from publication where listing is not null and slug > :after
                        order by slug limit :most""", Tuple.class)
                .setParameter("after", slug.equals(FIRST) ? "" : slug)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Page(row.get("slug", String.class), row.get("changed_at", Instant.class)))
                .toList();
    }
}
