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

    private static final String BEGINNINGS = """
            select slug from (
                select slug, row_number() over (order by slug) as place from publication where listing is not null) as page
            where place % :most = 0 order by slug""";

    @Inject
    EntityManager database;

    /** How many pages a sitemap names; the protocol's most is 50,000, one of which is the directory itself. */
    @ConfigProperty(name = "alliance.directory.sitemap-pages", defaultValue = "49999")
    int most;

    record Page(String slug, Instant changedAt) {}

    /** Behind which slug each part begins: the first behind none. */
    List<String> beginnings() {
        var beginnings = new ArrayList<String>();
        beginnings.add("");
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
                .setParameter("after", slug)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Page(row.get("slug", String.class), row.get("changed_at", Instant.class)))
                .toList();
    }
}
