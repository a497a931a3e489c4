package com.vsoxp.alliance.directory.syndication;

import com.vsoxp.alliance.directory.syndication.Item.Gone;
import com.vsoxp.alliance.directory.syndication.Item.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is new: the latest success stories and the latest partners, and which of them are gone. */
@ApplicationScoped
class ReadNews {

    private static final int MOST = 50;

    /** A reader that has not looked for longer has dropped old items by itself. */
    private static final Duration TOLD_GONE_FOR = Duration.ofDays(30);

    private static final String STORIES = """
            select story.id, story.title, story.customer, story.summary, story.body, story.url, story.published_on,
                   story.changed_at, listing.slug, listing.name, listing.verticals
            from success_story story join listing using (partner_id)
            where story.shown and listing.listed
            order by story.published_on desc, story.id desc limit :most""";

    private static final String PARTNERS = """
            select listing.partner_id, listing.slug, listing.name, listing.description, listing.city, listing.country,
                   listing.website, listing.entitled_since, told.changed_at, listing.services
            from listing join publication told on told.slug = listing.slug and told.listing is not null
            where listing.listed
            order by listing.entitled_since desc, listing.partner_id desc limit :most""";

    private static final String STORIES_GONE = """
            select gone.id, gone.changed_at, case when gone.retracted_on is null then 'PARTNER_NOT_LISTED' else 'RETRACTED' end as reason
            from success_story gone
            where not gone.shown and gone.position is not null and gone.changed_at > :since
              and not exists (select from success_story other where other.id = gone.id and other.shown)
            order by gone.changed_at desc limit :most""";

    private static final String PARTNERS_GONE = """
            select gone.partner_id, gone.changed_at, gone.reason
            from publication gone
            where gone.listing is null and gone.reason <> 'RENAMED' and gone.changed_at > :since
              and not exists (select from listing where listing.partner_id = gone.partner_id and listing.listed)
            order by gone.changed_at desc limit :most""";

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @Transactional
    News latest() {
        var items = Stream.concat(
                        rows(STORIES, null).map(ReadNews::story),
                        rows(PARTNERS, null).map(ReadNews::partner))
                .sorted(Comparator.comparing(Item::since)
                        .thenComparing(Item::changedAt)
                        .reversed())
                .limit(MOST)
                .toList();
        var since = clock.instant().minus(TOLD_GONE_FOR);
        var seen = new HashSet<UUID>();
        var gone = Stream.concat(
                        rows(STORIES_GONE, since).map(row -> gone(Kind.SUCCESS_STORY, row)),
                        rows(PARTNERS_GONE, since).map(row -> gone(Kind.NEW_PARTNER, row)))
                .sorted(Comparator.comparing(Gone::at).reversed())
                .filter(item -> seen.add(item.id()))
                .limit(MOST)
                .toList();
        return new News(items, gone);
    }

    private Stream<Tuple> rows(String sql, Instant since) {
        var query = database.createNativeQuery(sql, Tuple.class).setParameter("most", MOST);
        if (since != null) {
            query.setParameter("since", since);
        }
        return ((List<?>) query.getResultList()).stream().map(Tuple.class::cast);
    }

    private static Item story(Tuple row) {
        var slug = row.get("slug", String.class);
        var id = row.get("id", UUID.class);
        var title = row.get("title", String.class);
        var summary = row.get("summary", String.class);
        return new Item(
                Kind.SUCCESS_STORY,
                id,
                page(slug) + "#story-" + id,
                title,
                row.get("customer", String.class),
                summary,
                firstSaid(row.get("body", String.class), summary, title),
                row.get("url", String.class),
                row.get("name", String.class),
                page(slug),
                day(row, "published_on"),
                instant(row, "changed_at"),
                tags(row, "verticals"));
    }

    private static Item partner(Tuple row) {
        var name = row.get("name", String.class);
        var page = page(row.get("slug", String.class));
        var place = Stream.of(row.get("city", String.class), row.get("country", String.class))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Item(
                Kind.NEW_PARTNER,
                row.get("partner_id", UUID.class),
                page,
                name,
                null,
                place.isEmpty() ? null : place,
                firstSaid(row.get("description", String.class), place, name),
                row.get("website", String.class),
                name,
                page,
                day(row, "entitled_since"),
                instant(row, "changed_at"),
                tags(row, "services"));
    }

    private static Gone gone(Kind kind, Tuple row) {
        return new Gone(kind, row.get(0, UUID.class), instant(row, "changed_at"), row.get("reason", String.class));
    }

    private static String page(String slug) {
        return "/partners/" + slug;
    }

    private static String firstSaid(String... texts) {
        return Arrays.stream(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("-");
    }

    private static Instant instant(Tuple row, String column) {
        return row.get(column, Instant.class);
    }

    private static LocalDate day(Tuple row, String column) {
        var day = row.get(column);
        return day instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) day;
    }

    private static List<String> tags(Tuple row, String column) {
        return List.of((String[]) row.get(column));
    }
}
