package com.vsoxp.alliance.directory.listing;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a partner says of itself, in whole.
 *
 * @param sequence its place among the partner's facts; of two profiles the one with the higher sequence holds
 * @param country ISO 3166-1 alpha-2
 * @param languages BCP 47
 * @param latitude degrees north; null, like the longitude, if the place is not known
 */
public record Profile(
        UUID partnerId,
        long sequence,
        String name,
        String description,
        String website,
        String logoUrl,
        String publicEmail,
        String publicPhone,
        String country,
        String region,
        String city,
        Double latitude,
        Double longitude,
        List<String> businessTypes,
        List<String> languages,
        List<String> services,
        List<String> verticals) {

    /** The one spelling of a language tag: {@code pt-BR} for {@code PT-br}. */
    public static String canonicalLanguage(String tag) {
        return Locale.forLanguageTag(tag).toLanguageTag();
    }

    /** The folded words that the listing is found by. */
    String searchText() {
        return Stream.of(
                        Stream.of(name),
                        Stream.ofNullable(city),
                        Stream.ofNullable(region),
                        services.stream(),
                        verticals.stream(),
                        Stream.ofNullable(description))
                .flatMap(words -> words)
                .map(Folding::fold)
                .collect(Collectors.joining(" "));
    }
}
