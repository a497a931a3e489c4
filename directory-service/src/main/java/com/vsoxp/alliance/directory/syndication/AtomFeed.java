package com.vsoxp.alliance.directory.syndication;

import java.time.ZoneOffset;
import javax.xml.stream.XMLStreamException;

/** The news as an Atom feed (RFC 4287), with a tombstone for what is gone (RFC 6721). */
final class AtomFeed {

    /** Its media type. */
    static final String TYPE = "application/atom+xml";

    private AtomFeed() {}

    static byte[] of(News news, Site site) {
        return Xml.document(xml -> xml.element(
                "feed",
                feed -> {
                    feed.text("id", site.at("/feed.atom"))
                            .text("title", site.title())
                            .text("subtitle", site.description())
                            .text("updated", news.changedAt().toString())
                            .empty("link", "rel", "self", "type", TYPE, "href", site.at("/feed.atom"))
                            .empty("link", "rel", "alternate", "type", "text/html", "href", site.at("/"))
                            .element("author", author -> author.text("name", site.title()));
                    for (var item : news.items()) {
                        entry(feed, item, site);
                    }
                    for (var gone : news.gone()) {
                        tombstone(feed, gone);
                    }
                },
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xmlns:at",
                "http://purl.org/atompub/tombstones/1.0",
                "xml:lang",
                "en"));
    }

    private static void entry(Xml feed, Item item, Site site) throws XMLStreamException {
        feed.element("entry", entry -> {
            entry.text("id", Item.name(item.id()))
                    .text("title", item.title())
                    .text("updated", item.changedAt().toString())
                    .text(
                            "published",
                            item.since()
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .toString())
                    .empty("link", "rel", "alternate", "type", "text/html", "href", site.at(item.path()))
                    .element("author", author -> author.text("name", item.partner())
                            .text("uri", site.at(item.partnerPath())))
                    .empty("category", "term", item.kind().name())
                    .text("summary", item.summary())
                    .text("content", item.text(), "type", "text");
            for (var tag : item.tags()) {
                entry.empty("category", "term", tag);
            }
        });
    }

    private static void tombstone(Xml feed, Item.Gone gone) throws XMLStreamException {
        feed.element(
                "at:deleted-entry",
                tombstone -> tombstone.text("at:comment", gone.reason()),
                "ref",
                Item.name(gone.id()),
                "when",
                gone.at().toString());
    }
}
