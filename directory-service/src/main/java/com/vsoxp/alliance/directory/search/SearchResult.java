package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.search.count.Counts;
import com.vsoxp.alliance.directory.search.question.Facet;
import com.vsoxp.alliance.platform.paging.Page;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what was found, and what other choices would find. */
@Schema(name = "SearchResult", description = "A page of listings, with counts over the whole result.")
public record SearchResult(
        List<ListingItem> items,

        @Schema(nullable = true, description = "Where the next page starts; absent on the last one")
        String nextCursor,

        @Schema(description = "How many listings fit in all", examples = "42")
        long total,

        @Schema(
                description =
                        "Whether there are more than `total`: of a list that long the first 10,000 are counted one by one")
        boolean totalIsLowerBound,

        Facets facets,

        @Schema(
                description =
                        "Filters whose counts in `facets` are lower bounds, being those of the first 10,000 found",
                examples = "[]")
        List<String> facetsWithLowerBounds) {

    /** Counts per value, most frequent first. */
    @Schema(
            name = "Facets",
            description =
                    "How many listings there are per value, each filter counted under all others but not under itself.")
    public record Facets(
            @Schema(examples = "{\"PREMIER\": 12, \"RESELLER\": 30}")
            Map<String, Long> tier,

            Map<String, Long> country,
            Map<String, Long> service,
            Map<String, Long> vertical,
            Map<String, Long> language) {

        static Facets of(Map<Facet, Map<String, Long>> counts) {
            return new Facets(
                    counts.get(Facet.TIER),
                    counts.get(Facet.COUNTRY),
                    counts.get(Facet.SERVICE),
                    counts.get(Facet.VERTICAL),
                    counts.get(Facet.LANGUAGE));
        }
    }

    static SearchResult of(Page<ListingItem> page, Counts counts) {
        return new SearchResult(
                page.items(),
                page.nextCursor(),
                counts.total(),
                counts.totalIsLowerBound(),
                Facets.of(counts.byFacet()),
                counts.lowerBounds().stream().map(Facet::parameter).toList());
    }
}
