package com.vsoxp.alliance.directory.page.list;

import com.vsoxp.alliance.directory.page.wording.Monogram;
import com.vsoxp.alliance.directory.page.wording.TierBadge;
import java.util.List;

/**
 * The list of partners with its search, in the words a visitor reads.
 *
 * @param found how many there are; null, if the question was refused
 * @param errors what is wrong with the question
 * @param next the address of the next page; null on the last one
 * @param first the address of the first page; null on that page
 * @param hidden what a form without filters must ask besides its words
 * @param narrowed whether not all partners were asked for
 */
public record DirectoryPage(
        String headline,
        String introduction,
        String q,
        String near,
        List<Option> radii,
        List<Option> orders,
        List<FacetGroup> facets,
        List<Chip> chips,
        String found,
        List<Card> cards,
        List<String> errors,
        String next,
        String first,
        boolean narrowed,
        List<Field> hidden) {

    /** A field of a form that nobody sees. */
    public record Field(String name, String value) {}

    /** One of a list of which one is chosen. */
    public record Option(String value, String label, boolean selected) {}

    /** A filter, with its frequent values and the others. */
    public record FacetGroup(String name, String legend, List<Choice> frequent, List<Choice> others) {

        /** Whether the others are shown from the start. */
        public boolean open() {
            return others.stream().anyMatch(Choice::checked);
        }
    }

    /** A value of a filter, and how many partners it would find. */
    public record Choice(String id, String value, String label, String count, boolean checked) {}

    /** A choice in force, and the address of the question without it. */
    public record Chip(String label, String without) {}

    /** A partner in the list. */
    public record Card(
            String href,
            String name,
            Monogram monogram,
            TierBadge tier,
            String place,
            String distance,
            String summary,
            List<String> services,
            int moreServices) {}
}
