package com.vsoxp.alliance.directory.feed;

import com.vsoxp.alliance.directory.publication.Publication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was told, in the order in which it was. */
@ApplicationScoped
class ChangeFeed {

    static final String END = """
            select epoch, greatest(
                coalesce((select max(position) from publication), 0),
                coalesce((select max(position) from success_story), 0)) as position
            from publication_epoch""";

    @Inject
    EntityManager database;

    /** A stretch of the feed: what was told of listings after a place, and up to where that was looked at. */
    record Stretch(List<Publication> told, FeedPlace through, boolean more) {}

    /** Where the feed ends now. */
    FeedPlace end() {
        var row = (Tuple) database.createNativeQuery(END, Tuple.class).getSingleResult();
        return new FeedPlace(
                row.get("epoch", UUID.class), row.get("position", Number.class).longValue());
    }

    /**
     * What follows a place, or the beginning.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 410 if the place is of another feed
     */
    Stretch after(Optional<FeedPlace> place, int limit) {
        // The end is read first: what is told between the two questions comes again only if it is behind the cursor.
        var end = end();
        place.ifPresent(known -> known.mustComeBefore(end));
        var after = place.map(FeedPlace::position).orElse(0L);
        var rows = Publication.after(after, limit + 1);
        var told = rows.subList(0, Math.min(rows.size(), limit));
        var through = told.isEmpty() ? Math.max(after, 0) : told.getLast().position;
        return new Stretch(told, new FeedPlace(end.epoch(), through), rows.size() > limit);
    }
}
