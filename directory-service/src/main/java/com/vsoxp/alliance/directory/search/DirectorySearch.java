package com.vsoxp.alliance.directory.search;

import com.vsoxp.alliance.directory.search.count.FacetCounts;
import com.vsoxp.alliance.directory.search.drawn.Bitmaps;
import com.vsoxp.alliance.directory.search.question.Conditions;
import com.vsoxp.alliance.directory.search.question.SearchParameters;
import com.vsoxp.alliance.directory.search.words.Vocabulary;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.hibernate.Session;

/** Answers a question to the directory, for programs and for people alike. */
@ApplicationScoped
public class DirectorySearch {

    @Inject
    Vocabulary vocabulary;

    @Inject
    Bitmaps bitmaps;

    @Inject
    ListingSearch listings;

    @Inject
    FacetCounts facets;

    @Inject
    EntityManager entityManager;

    /**
     * A page of the listings that fit, and what other choices would find.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 400 naming every bad parameter
     */
    @Transactional
    public SearchResult find(SearchParameters parameters, PageRequest request) {
        var criteria = parameters.criteria();
        readOneState();
        var conditions = new Conditions(
                criteria,
                Optional.of(criteria.words()).filter(words -> !words.isEmpty()).map(vocabulary::queryFor));
        if (conditions.areInCircle() && conditions.areOfMoreThanPlace() && facets.isCircleWide(conditions)) {
            conditions = conditions.inWideCircle();
        }
        var meeting = bitmaps.of(conditions);
        var counts = facets.of(conditions, meeting);
        return SearchResult.of(listings.page(criteria.sort(), conditions, meeting, counts, request), counts);
    }

    /** A question is several statements: what is drawn, counted and listed in between must not be seen by some of them only. */
    private void readOneState() {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
        });
    }
}
