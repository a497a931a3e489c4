package com.vsoxp.alliance.partner.feed.reading;

import com.vsoxp.alliance.partner.feed.FeedSlice;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.ProblemType;
import com.vsoxp.alliance.platform.problem.Problems;
import java.util.UUID;

/**
 * Where a caller has read to.
 *
 * @param epoch of which feed
 * @param position all up to here was seen
 */
record FeedCursor(UUID epoch, long position) {

    static String after(FeedSlice slice) {
        return Cursor.encode(slice.epoch(), slice.through());
    }

    /** @throws ProblemException 400 naming {@code after} when it is no cursor of a feed */
    static FeedCursor read(String text) {
        try {
            Cursor cursor = Cursor.decode(text);
            return new FeedCursor(cursor.uuid(0), cursor.number(1));
        } catch (ProblemException e) {
            throw Problems.malformed(
                    FieldError.query("after"), "INVALID_CURSOR", "after is not a nextCursor that this feed gave out.");
        }
    }

    /** @throws ProblemException 410 if what follows the place is not, or not wholly, to be had */
    void mustBeKept(FeedSlice slice) {
        if (!slice.epoch().equals(epoch) || !slice.whole()) {
            throw Problems.of(
                    ProblemType.GONE,
                    "CURSOR_TOO_OLD",
                    "Events that follow this place are no longer kept. Read what you need anew, and go on from here "
                            + "without after.");
        }
    }
}
