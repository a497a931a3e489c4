package com.vsoxp.alliance.directory.publication;

import com.vsoxp.alliance.directory.listing.ListingView;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A listing in the words of schema.org, which search engines and other machines know. */
public final class JsonLd {

    /** Its media type. */
    public static final String TYPE = "application/ld+json";

    private static final String PROGRAM = "VSO-XP Alliance Program";

    private JsonLd() {}

    /**
     * The listing as a JSON-LD document.
     *
     * @param page the address of the partner's page, which also stands for the partner itself
     */
    public static Map<String, Object> of(ListingView listing, String page) {
        var document = new Node("Organization");
        document.node.put("@context", "https://schema.org");
        document.node.put("@id", page + "#partner");
        return document.put("name", listing.name())
                .put("description", listing.description())
                .put("url", listing.website() == null ? page : listing.website())
                .put("mainEntityOfPage", page)
                .put("logo", listing.logoUrl())
                .put("email", listing.publicEmail())
                .put("telephone", listing.publicPhone())
                .put("address", address(listing))
                .put("location", place(listing))
                .put("knowsLanguage", listing.languages())
                .put("knowsAbout", listing.verticals())
                .put(
                        "makesOffer",
                        listing.services().stream().map(JsonLd::offer).toList())
                .put("memberOf", membership(listing))
                .node;
    }

    private static Map<String, Object> address(ListingView listing) {
        if (listing.country() == null && listing.city() == null) {
            return null;
        }
        return new Node("PostalAddress")
                .put("addressCountry", listing.country())
                .put("addressRegion", listing.region())
                .put("addressLocality", listing.city())
                .node;
    }

    private static Map<String, Object> place(ListingView listing) {
        var location = listing.location();
        if (location == null) {
            return null;
        }
        var point = new Node("GeoCoordinates")
                .put("latitude", location.latitude())
                .put("longitude", location.longitude())
                .node;
        return new Node("Place").put("geo", point).node;
    }

    private static Map<String, Object> offer(String service) {
        var offered = new Node("Service").put("name", words(service)).put("serviceType", service).node;
        return new Node("Offer").put("itemOffered", offered).node;
    }

    private static Map<String, Object> membership(ListingView listing) {
        return new Node("ProgramMembership")
                .put("programName", PROGRAM)
                .put("name", listing.tierName() == null ? listing.tier() : listing.tierName())
                .node;
    }

    /** {@code Process redesign} for {@code PROCESS_REDESIGN}. */
    private static String words(String code) {
        var words = Arrays.stream(code.split("_"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? code : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static final class Node {

        private final Map<String, Object> node = new LinkedHashMap<>();

        Node(String type) {
            node.put("@type", type);
        }

        /** What is not known is not said. */
        Node put(String property, Object value) {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                node.put(property, value);
            }
            return this;
        }
    }
}
