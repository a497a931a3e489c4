package com.vsoxp.alliance.directory.feed;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import java.util.UUID;

/**
 * Where a caller has read to.
 *
 * @param epoch of which feed; positions of another one mean nothing
 * @param position all up to here was told
 */
record FeedPlace(UUID epoch, long position) {

    static final String PARAMETER = "since";

    /** @throws ProblemException 400 naming {@code since} when it is no cursor of a feed */
    static FeedPlace read(String cursor) {
        var parts = Cursor.decode(cursor, PARAMETER);
        return new FeedPlace(parts.uuid(0), parts.number(1));
    }

    String cursor() {
        return Cursor.encode(epoch, position);
    }

    /** @throws ProblemException 410 if the feed that now ends at this place is not the one that the caller has read */
    void mustComeBefore(FeedPlace end) {
        if (!end.epoch.equals(epoch) || position > end.position) {
            throw Problems.of(
                    ProblemType.GONE,
                    "CURSOR_OF_ANOTHER_FEED",
                    "The feed began anew since. Read /v1/listings/snapshot, and go on from the cursor it gives.");
        }
    }
}
