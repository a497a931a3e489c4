package com.vsoxp.alliance.directory.syndication;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is new, the newest first, and what was new and is gone.
 *
 * @param gone the latest first
 */
record News(List<Item> items, List<Item.Gone> gone) {

    /** When anything of it last changed; the beginning of time if there is nothing. */
    Instant changedAt() {
        return Stream.concat(items.stream().map(Item::changedAt), gone.stream().map(Item.Gone::at))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
