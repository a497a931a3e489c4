package com.vsoxp.alliance.partner.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The types of events that there are: those that docs/events/schemas describes. */
public final class EventTypes {

    private static final Set<String> ALL = Set.of(
            "alliance.contact.authorized",
            "alliance.contact.withdrawn",
            "alliance.enrollment.applied",
            "alliance.enrollment.changed",
            "alliance.entitlements.changed",
            "alliance.evidence.recorded",
            "alliance.evidence.withdrawn",
            "alliance.partner.merged",
            "alliance.partner.registered",
            "alliance.partner.unmerged",
            "alliance.partner.updated",
            "alliance.program.published",
            "alliance.sale.moved",
            "alliance.sale.recorded",
            "alliance.sale.reversed",
            "alliance.standing.changed",
            "alliance.story.published",
            "alliance.story.retracted",
            "alliance.tier.qualified");

    private EventTypes() {}

    /** All of them, sorted by name. */
    public static Set<String> all() {
        return new TreeSet<>(ALL);
    }

    /** Those of the given names that are no type of event, as they came. */
    public static List<String> unknownAmong(Collection<String> names) {
        return names.stream().filter(name -> !ALL.contains(name)).toList();
    }
}
