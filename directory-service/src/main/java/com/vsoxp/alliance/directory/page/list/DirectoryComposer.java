package com.vsoxp.alliance.directory.page.list;

import com.vsoxp.alliance.directory.page.list.DirectoryPage.Card;
import com.vsoxp.alliance.directory.page.list.DirectoryPage.Chip;
import com.vsoxp.alliance.directory.page.list.DirectoryPage.Choice;
import com.vsoxp.alliance.directory.page.list.DirectoryPage.FacetGroup;
import com.vsoxp.alliance.directory.page.list.DirectoryPage.Field;
import com.vsoxp.alliance.directory.page.list.DirectoryPage.Option;
import com.vsoxp.alliance.directory.page.partner.PartnerComposer;
import com.vsoxp.alliance.directory.page.shell.PageConfig;
import com.vsoxp.alliance.directory.page.wording.Address;
import com.vsoxp.alliance.directory.page.wording.Monogram;
import com.vsoxp.alliance.directory.page.wording.TierBadge;
import com.vsoxp.alliance.directory.page.wording.Wording;
import com.vsoxp.alliance.directory.search.ListingItem;
import com.vsoxp.alliance.directory.search.SearchResult;
import com.vsoxp.alliance.directory.tier.TierBook;
import com.vsoxp.alliance.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts what a search found into the words of the page. */
final class DirectoryComposer {

    private static final int FREQUENT = 8;
    private static final int LONGEST_SUMMARY = 160;
    private static final int SERVICES_SHOWN = 3;
    private static final List<String> RADII = List.of("25", "50", "100", "250", "500");

    private static final Map<String, String> LABELS = Map.of(
            "q",
            "The search",
            "near",
            "“Near a place”",
            "radiusKm",
            "“Distance”",
            "sort",
            "“Order”",
            "cursor",
            "This address");

    private final PageConfig config;
    private final Address address;
    private final TierBook tiers;

    DirectoryComposer(PageConfig config, Address address, TierBook tiers) {
        this.config = config;
        this.address = address;
        this.tiers = tiers;
    }

    /** @param goesOn whether it is not the first page */
    DirectoryPage compose(SearchResult result, boolean goesOn) {
        return page(
                facets(result),
                found(result),
                result.items().stream().map(this::card).toList(),
                List.of(),
                result.nextCursor() == null ? null : address.page(result.nextCursor()),
                goesOn ? address.href() : null);
    }

    /** The page for a question that cannot be answered: it stands in the form, to be mended. */
    DirectoryPage refuse(List<FieldError> errors) {
        return page(
                List.of(),
                null,
                List.of(),
                errors.stream().map(DirectoryComposer::inWordsOfTheForm).toList(),
                null,
                null);
    }

    private static String inWordsOfTheForm(FieldError error) {
        var name = error.pointer().replace("?", "");
        return LABELS.containsKey(name)
                ? error.detail().replaceFirst("^" + name + "\\b", LABELS.get(name))
                : error.detail();
    }

    private DirectoryPage page(
            List<FacetGroup> facets, String found, List<Card> cards, List<String> errors, String next, String first) {
        return new DirectoryPage(
                config.headline(),
                config.introduction(),
                address.value("q"),
                address.value("near"),
                radii(),
                orders(),
                facets,
                chips(),
                found,
                cards,
                errors,
                next,
                first,
                address.narrows(),
                hidden());
    }

    private List<Field> hidden() {
        return address.question().entrySet().stream()
                .filter(field -> !field.getKey().equals("q") && !field.getKey().equals("sort"))
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }

    private List<Option> radii() {
        var chosen = address.value("radiusKm");
        var options = Stream.concat(RADII.stream(), Stream.of(chosen).filter(other -> !RADII.contains(other)))
                .filter(value -> !value.isEmpty())
                .map(value -> new Option(value, "Within " + value + " km", value.equals(chosen)));
        return Stream.concat(Stream.of(new Option("", "Any distance", chosen.isEmpty())), options)
                .toList();
    }

    private List<Option> orders() {
        var labels = new LinkedHashMap<String, String>();
        if (!address.value("q").isEmpty()) {
            labels.put("relevance", "Best match");
        }
        if (!address.value("near").isEmpty()) {
            labels.put("distance", "Nearest first");
        }
        labels.put("name", "Name, A to Z");
        labels.put("tier", "Highest tier first");
        var chosen = address.value("sort").isEmpty() ? labels.firstEntry().getKey() : address.value("sort");
        return labels.entrySet().stream()
                .map(order -> new Option(
                        order.getKey(), order.getValue(), order.getKey().equals(chosen)))
                .toList();
    }

    private static String found(SearchResult result) {
        return result.total() == 1
                ? "1 partner"
                : String.format(
                        Locale.ENGLISH, "%,d%s partners", result.total(), result.totalIsLowerBound() ? "+" : "");
    }

    private List<FacetGroup> facets(SearchResult result) {
        var facets = result.facets();
        return Stream.of(
                        group("tier", result, "Tier", byPlace(facets.tier()), this::tierName),
                        group("service", result, "Service", facets.service(), Wording::ofCode),
                        group("country", result, "Country", facets.country(), Wording::country),
                        group("vertical", result, "Industry", facets.vertical(), Wording::capitalized),
                        group("language", result, "Language", facets.language(), Wording::language))
                .flatMap(Optional::stream)
                .toList();
    }

    private Map<String, Long> byPlace(Map<String, Long> tierCounts) {
        var sorted = new LinkedHashMap<String, Long>();
        tierCounts.entrySet().stream()
                .sorted(Comparator.comparing(tier -> tiers.placeOf(tier.getKey())))
                .forEach(tier -> sorted.put(tier.getKey(), tier.getValue()));
        return sorted;
    }

    private String tierName(String code) {
        return tiers.nameOf(code).orElseGet(() -> Wording.ofCode(code));
    }

    private Optional<FacetGroup> group(
            String name, SearchResult result, String legend, Map<String, Long> counts, Function<String, String> label) {
        var more = result.facetsWithLowerBounds().contains(name) ? "+" : "";
        var values = new LinkedHashMap<>(counts);
        address.values(name).forEach(chosen -> values.putIfAbsent(chosen, 0L));
        var choices = new ArrayList<Choice>();
        values.forEach((value, count) -> choices.add(new Choice(
                name + "-" + choices.size(),
                value,
                Wording.plain(label.apply(value)),
                String.format(Locale.ENGLISH, "%,d%s", count, more),
                address.values(name).contains(value))));
        var frequent = choices.subList(0, Math.min(FREQUENT, choices.size()));
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(new FacetGroup(name, legend, frequent, choices.subList(frequent.size(), choices.size())));
    }

    private List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        chips(chips, "q", words -> "“" + words + "”");
        chips(chips, "tier", this::tierName);
        chips(chips, "service", Wording::ofCode);
        chips(chips, "country", Wording::country);
        chips(chips, "vertical", Wording::capitalized);
        chips(chips, "language", Wording::language);
        chips(chips, "near", place -> "Near " + place);
        return chips;
    }

    private void chips(List<Chip> chips, String name, Function<String, String> label) {
        address.values(name)
                .forEach(value -> chips.add(new Chip(
                        Wording.plain(label.apply(value)),
                        address.without(name, value).href())));
    }

    private Card card(ListingItem item) {
        var services = item.services().stream().map(Wording::ofCode).toList();
        var shown = services.subList(0, Math.min(SERVICES_SHOWN, services.size()));
        return new Card(
                PartnerComposer.href(item.slug()),
                item.name(),
                Monogram.of(item.name()),
                TierBadge.of(item.tier(), tiers),
                Wording.place(item.city(), null, item.country()),
                item.distanceKm() == null ? null : Wording.distance(item.distanceKm()),
                item.description() == null ? null : Wording.shortened(item.description(), LONGEST_SUMMARY),
                shown,
                services.size() - shown.size());
    }
}
