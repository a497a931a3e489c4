package com.vsoxp.alliance.bench.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What visitors ask, each time with another word, place or value. */
final class Questions {

    private static final List<String> COUNTRIES = List.of("US", "DE", "GB", "FR", "IN");
    private static final List<String> SERVICES = List.of("SUPPORT", "TRAINING", "SALES", "DELIVERY");

    private static final List<String> MANY = List.of("support", "training", "sales", "delivery");
    private static final List<String> RARE_COUNTRIES = List.of("MT", "CY", "IS", "LI", "LU");
    private static final List<String> INDUSTRIES =
            List.of("industry%201", "industry%202", "industry%203", "industry%204");

    private final Random random = new Random(42);
    private final List<String> common;
    private final List<String> rare;

    /**
     * @param common words that many listings have
     * @param rare words that few have
     */
    Questions(List<String> common, List<String> rare) {
        this.common = common;
        this.rare = rare;
    }

    /** The questions, each of which ends where the cursor of a deep page would follow. */
    Map<String, Supplier<String>> all() {
        var all = new LinkedHashMap<String, Supplier<String>>();
        all.put("all, by name", () -> "limit=20");
        all.put("all, by tier", () -> "sort=tier&limit=20");
        all.put("one country", () -> "country=" + one(COUNTRIES));
        all.put("one service", () -> "service=" + one(SERVICES));
        all.put(
                "country, service and tier",
                () -> "tier=PREMIER&country=" + one(COUNTRIES) + "&service=" + one(SERVICES));
        all.put("tier, by tier", () -> "sort=tier&tier=PREMIER");
        all.put("language and industry", () -> "language=ja&vertical=industry%20" + (1 + random.nextInt(40)));
        all.put(
                "four filters of several values",
                () -> "tier=PREMIER&tier=RESELLER" + several("country", COUNTRIES) + several("service", SERVICES)
                        + several("vertical", INDUSTRIES));
        all.put(
                "five filters",
                () -> "tier=RESELLER&language=en&service=" + one(SERVICES) + "&vertical=" + one(INDUSTRIES)
                        + "&country=" + one(COUNTRIES));
        all.put("filters, by tier", () -> "sort=tier&service=" + one(SERVICES) + "&vertical=" + one(INDUSTRIES));
        all.put("a common word", () -> "q=" + one(common));
        all.put("a common word, by name", () -> "sort=name&q=" + one(common));
        all.put("a common word and country", () -> "country=" + one(COUNTRIES) + "&q=" + one(common));
        all.put(
                "the commonest word and filters",
                () -> "q=industry&tier=PREMIER&country=" + one(COUNTRIES) + "&service=" + one(SERVICES));
        all.put("a rare word", () -> "q=" + one(rare));
        all.put("a rare word mistyped", () -> "q=" + mistyped(one(rare)));
        all.put("a beginning", () -> "q=" + one(rare).substring(0, 5));
        all.put("two words", () -> "q=" + one(common) + "%20" + one(common));
        all.put("two words of very many", () -> "q=" + one(MANY) + "%20" + one(MANY));
        all.put("near, by distance", () -> "near=" + place());
        all.put("near within 50 km", () -> "radiusKm=50&near=" + place());
        all.put("near within 2,000 km, by name", () -> "radiusKm=2000&sort=name&near=" + place());
        all.put(
                "near, country and service",
                () -> "near=" + place() + "&country=" + one(COUNTRIES) + "&service=" + one(SERVICES));
        all.put(
                "near within 5,000 km, rare filters",
                () -> "radiusKm=5000&near=" + place() + "&tier=PREMIER&country=" + one(RARE_COUNTRIES));
        return all;
    }

    /** Those whose hundredth page is asked for. */
    Map<String, String> deep() {
        return Map.of(
                "deep page, by name", "limit=200&sort=name",
                "deep page, by tier", "limit=200&sort=tier",
                "deep page, by relevance", "limit=200&q=" + common.getFirst(),
                "deep page, by distance", "limit=200&near=48.1,11.6",
                "deep page, filtered, by name", "limit=200&sort=name&country=US&service=SUPPORT",
                "deep page, filtered, by tier", "limit=200&sort=tier&country=DE&language=ja");
    }

    private String place() {
        return "%.2f,%.2f".formatted(random.nextDouble(-55, 55), random.nextDouble(-175, 175));
    }

    private String mistyped(String word) {
        int place = 1 + random.nextInt(word.length() - 2);
        return word.substring(0, place) + word.charAt(place + 1) + word.charAt(place) + word.substring(place + 2);
    }

    private String several(String filter, List<String> values) {
        return values.stream().limit(4).map(value -> "&" + filter + "=" + value).collect(Collectors.joining());
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
