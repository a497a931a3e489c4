package com.vsoxp.alliance.partner.feed;

import java.util.List;
import java.util.UUID;

/**
 * A stretch of the feed as one reader sees it.
 *
 * @param epoch which feed it is: positions of another one mean nothing here
 * @param events those that were wanted, in their order
 * @param through every event up to here was looked at: where to go on
 * @param more whether there may be more behind it already
 * @param whole false if events were forgotten between the place asked for and the first that is kept, or if this feed
 *     never came as far as that place
 */
public record FeedSlice(UUID epoch, List<FeedEvent> events, long through, boolean more, boolean whole) {}
