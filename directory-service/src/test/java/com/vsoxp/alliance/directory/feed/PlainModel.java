package com.vsoxp.alliance.directory.feed;

import com.vsoxp.alliance.directory.feed.PlainModel.Event.Entitlements;
import com.vsoxp.alliance.directory.feed.PlainModel.Event.Merge;
import com.vsoxp.alliance.directory.feed.PlainModel.Event.Profile;
import com.vsoxp.alliance.directory.feed.PlainModel.Event.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What the directory should come to, as plain as can be: the last word of each topic about each partner, and slugs by who came first. */
final class PlainModel {

    /** What is said of a partner. */
    sealed interface Event {

        UUID partner();

        /** Name and city. */
        record Profile(UUID partner, String name, String city) implements Event {}

        /** @param into null for undone */
        record Merge(UUID partner, UUID into) implements Event {}

        /** @param title null for retracted */
        record Story(UUID partner, UUID story, String title) implements Event {}

        /** Of the other topic. */
        record Entitlements(UUID partner, String status, String tier, boolean listed) implements Event {}
    }

    /** What is shown of a partner. */
    record Shown(String slug, String name, String city, String tier) {}

    private final Map<UUID, Profile> profiles = new HashMap<>();
    private final Map<UUID, Entitlements> entitlements = new HashMap<>();
    private final Map<UUID, UUID> merges = new HashMap<>();
    private final Map<UUID, String> slugs = new HashMap<>();
    private final Map<String, UUID> owners = new TreeMap<>();
    private final Map<UUID, Map<UUID, String>> stories = new HashMap<>();

    /** Events of one topic must come in its order; those of two in any. */
    void take(Event event) {
        switch (event) {
            case Profile profile -> {
                profiles.put(profile.partner(), profile);
                slugs.put(profile.partner(), slug(profile));
            }
            case Merge(var partner, var into) -> merges.put(partner, into);
            case Story(var partner, var story, var title) ->
                stories.computeIfAbsent(partner, _ -> new HashMap<>()).put(story, title == null ? "" : title);
            case Entitlements entitled -> entitlements.put(entitled.partner(), entitled);
        }
    }

    /** What a visitor sees, by partner. */
    Map<String, Shown> shown() {
        var shown = new HashMap<String, Shown>();
        profiles.keySet().stream().filter(this::isShown).forEach(partner -> {
            var profile = profiles.get(partner);
            var tier = entitlements.get(partner).tier();
            shown.put(partner.toString(), new Shown(slugs.get(partner), profile.name(), profile.city(), tier));
        });
        return shown;
    }

    /** The stories that a visitor sees. */
    List<String> shownStories() {
        return stories.entrySet().stream()
                .filter(entry -> isShown(entry.getKey()))
                .flatMap(entry -> entry.getValue().values().stream())
                .filter(title -> !title.isEmpty())
                .sorted()
                .toList();
    }

    /** Where each slug that was ever somebody's leads: to a slug, or nowhere. */
    Map<String, String> redirects() {
        var redirects = new HashMap<String, String>();
        owners.forEach((slug, owner) -> {
            var heir = owner;
            for (var steps = 0; heir != null && !isShown(heir) && steps <= profiles.size(); steps++) {
                heir = merges.get(heir);
            }
            redirects.put(slug, heir == null || !isShown(heir) ? "" : slugs.get(heir));
        });
        return redirects;
    }

    /** Why what was shown of this partner is not. */
    String reason(UUID partner) {
        if (isShown(partner)) {
            return "RENAMED";
        }
        if (merges.get(partner) != null) {
            return "MERGED";
        }
        var status = entitlements.get(partner).status();
        return List.of("SUSPENDED", "TERMINATED").contains(status) ? status : "NOT_ENTITLED";
    }

    String slugOf(UUID partner) {
        return slugs.get(partner);
    }

    private boolean isShown(UUID partner) {
        return profiles.containsKey(partner)
                && merges.get(partner) == null
                && entitlements.containsKey(partner)
                && entitlements.get(partner).listed();
    }

    /** Names of this model are plain words, so a slug is the name, or the name with an end of the id. */
    private String slug(Profile profile) {
        var id = profile.partner().toString();
        var current = slugs.get(profile.partner());
        var candidates = List.of(profile.name(), profile.name() + "-" + id.substring(28), profile.name() + "-" + id);
        if (current != null && candidates.contains(current)) {
            return current;
        }
        return candidates.stream()
                .flatMap(slug -> owners.putIfAbsent(slug, profile.partner()) == null
                                || owners.get(slug).equals(profile.partner())
                        ? Stream.of(slug)
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
    }
}
