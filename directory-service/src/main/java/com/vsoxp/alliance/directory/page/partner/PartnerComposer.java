package com.vsoxp.alliance.directory.page.partner;

import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.page.partner.PartnerPage.Day;
import com.vsoxp.alliance.directory.page.partner.PartnerPage.Property;
import com.vsoxp.alliance.directory.page.partner.PartnerPage.Story;
import com.vsoxp.alliance.directory.page.partner.PartnerPage.Value;
import com.vsoxp.alliance.directory.page.wording.Address;
import com.vsoxp.alliance.directory.page.wording.Monogram;
import com.vsoxp.alliance.directory.page.wording.OutgoingLink;
import com.vsoxp.alliance.directory.page.wording.TierBadge;
import com.vsoxp.alliance.directory.page.wording.Wording;
import com.vsoxp.alliance.directory.story.StoryView;
import com.vsoxp.alliance.directory.tier.TierBook;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts a listing and its stories into the words of the partner's page. */
public final class PartnerComposer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private PartnerComposer() {}

    /** The address of the partner's page on this site. */
    public static String href(String slug) {
        return "/partners/" + slug;
    }

    /** @param structuredData JSON of the partner */
    public static PartnerPage compose(
            ListingView listing, List<StoryView> stories, TierBook tiers, String structuredData) {
        return new PartnerPage(
                listing.name(),
                Monogram.of(listing.name()),
                TierBadge.of(listing.tier(), tiers),
                Wording.place(listing.city(), listing.region(), listing.country()),
                listing.description(),
                OutgoingLink.web(listing.website()).orElse(null),
                OutgoingLink.mail(listing.publicEmail()).orElse(null),
                OutgoingLink.phone(listing.publicPhone()).orElse(null),
                nearby(listing.location()),
                day(listing.listedSince()),
                inScript(structuredData),
                properties(listing),
                stories.stream().map(PartnerComposer::story).toList());
    }

    /** Structured data as it was given, but for links that lead elsewhere than to the web. */
    public static Map<String, Object> withLinksOfTheWeb(Map<String, Object> structuredData) {
        var safe = new LinkedHashMap<>(structuredData);
        for (var link : List.of("url", "logo")) {
            safe.computeIfPresent(link, (_, address) -> OutgoingLink.web(address.toString())
                    .map(OutgoingLink::href)
                    .orElse(null));
        }
        return safe;
    }

    /** Within strings, where alone these letters stand in JSON, so that nothing ends the element or begins a comment in it. */
    private static String inScript(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    private static String nearby(ListingView.Location location) {
        return location == null
                ? null
                : search("near", String.format(Locale.ROOT, "%.4f,%.4f", location.latitude(), location.longitude()));
    }

    private static List<Property> properties(ListingView listing) {
        return Stream.of(
                        property("Services", listing.services(), "service", Wording::ofCode),
                        property("Industries", listing.verticals(), "vertical", Wording::capitalized),
                        property("Languages", listing.languages(), "language", Wording::language),
                        property("Kind of business", listing.businessTypes(), null, Wording::ofCode))
                .filter(property -> !property.values().isEmpty())
                .toList();
    }

    private static Property property(String name, List<String> values, String filter, Function<String, String> label) {
        return new Property(
                name,
                values.stream()
                        .map(value -> new Value(label.apply(value), filter == null ? null : search(filter, value)))
                        .toList());
    }

    private static String search(String name, String value) {
        return Address.of(new MultivaluedHashMap<>()).with(name, value).href();
    }

    private static Story story(StoryView story) {
        return new Story(
                story.id(),
                story.title(),
                story.customer(),
                story.summary(),
                story.body(),
                OutgoingLink.web(story.url()).orElse(null),
                day(story.publishedOn()));
    }

    private static Day day(LocalDate day) {
        return day == null ? null : new Day(day.toString(), DAY.format(day));
    }
}
