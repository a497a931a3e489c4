package com.vsoxp.alliance.directory.syndication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The news as a JSON Feed 1.1 (jsonfeed.org). What is gone stands in the extension {@code _alliance}, as the format allows. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        String home_page_url,
        String feed_url,
        String description,
        String language,
        @JsonProperty("_alliance") Extension extension,
        List<Entry> items) {

    /** Its media type. */
    static final String TYPE = "application/feed+json";

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            String url,
            String external_url,
            String title,
            String summary,
            String content_text,
            Instant date_published,
            Instant date_modified,
            List<Author> authors,
            List<String> tags,
            @JsonProperty("_alliance") About extension) {}

    record Author(String name, String url) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(Item.Kind kind, String customer) {}

    /** What was in the feed and is not any more: a reader should drop it. */
    record Extension(String about, List<Deleted> deleted) {}

    record Deleted(String id, Item.Kind kind, Instant date_deleted, String reason) {}

    static JsonFeed of(News news, Site site) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                site.title(),
                site.at("/"),
                site.at("/feed.json"),
                site.description(),
                "en",
                new Extension(
                        site.at("/q/openapi"),
                        news.gone().stream().map(JsonFeed::deleted).toList()),
                news.items().stream().map(item -> entry(item, site)).toList());
    }

    private static Entry entry(Item item, Site site) {
        return new Entry(
                Item.name(item.id()),
                site.at(item.path()),
                item.elsewhere(),
                item.title(),
                item.summary(),
                item.text(),
                item.since().atStartOfDay(ZoneOffset.UTC).toInstant(),
                item.changedAt(),
                List.of(new Author(item.partner(), site.at(item.partnerPath()))),
                item.tags(),
                new About(item.kind(), item.customer()));
    }

    private static Deleted deleted(Item.Gone gone) {
        return new Deleted(Item.name(gone.id()), gone.kind(), gone.at(), gone.reason());
    }
}
