package com.vsoxp.alliance.directory.page.partner;

import com.vsoxp.alliance.directory.page.wording.Monogram;
import com.vsoxp.alliance.directory.page.wording.OutgoingLink;
import com.vsoxp.alliance.directory.page.wording.TierBadge;
import java.util.List;
import java.util.UUID;

/**
 * One partner, in the words a visitor reads.
 *
 * @param place null, if none is known; like the links
 * @param structuredData the partner in schema.org's words, as JSON that may stand in a script element
 * @param nearby the address of the search for others near its place; null without a place on the map
 */
public record PartnerPage(
        String name,
        Monogram monogram,
        TierBadge tier,
        String place,
        String description,
        OutgoingLink website,
        OutgoingLink mail,
        OutgoingLink phone,
        String nearby,
        Day listedSince,
        String structuredData,
        List<Property> properties,
        List<Story> stories) {

    /** A property of many values, each with the search for others that have it; no address for what is not searched by. */
    public record Property(String name, List<Value> values) {}

    /** @param href null for none */
    public record Value(String label, String href) {}

    /** What a customer tells. Texts that were not given are null. */
    public record Story(
            UUID id, String title, String customer, String summary, String body, OutgoingLink link, Day day) {}

    /** @param iso for machines */
    public record Day(String iso, String words) {}
}
