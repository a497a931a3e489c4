package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers a question to the directory, for programs and for people alike. */
@ApplicationScoped
public class DirectorySearch {

    @Inject
    ListingSearch listings;

    @Inject
    FacetCounts facets;

    /**
     * A page of the listings that fit, and what other choices would find.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 naming every bad parameter
     */
    public SearchResult find(SearchParameters parameters, PageRequest request) {
        var criteria = parameters.criteria();
        var conditions = new Conditions(criteria);
        return SearchResult.of(listings.page(criteria, conditions, request), facets.of(conditions));
    }
}
