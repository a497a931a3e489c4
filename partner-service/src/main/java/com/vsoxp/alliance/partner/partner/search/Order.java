package com.vsoxp.alliance.partner.partner.search;

import com.vsoxp.alliance.platform.paging.Cursor;
import java.util.Optional;
import java.util.UUID;

/**
 * An order in which partners are listed: by a key, and by id where keys are the same. An index holds the keys in this order.
 *
 * @param <K> the key
 */
interface Order<K> {

    /** A place in the list: what follows comes after this key and id. */
    record Position<K>(K key, UUID id) {

        String cursor() {
            return Cursor.encode(id, key);
        }
    }

    Class<K> keyType();

    /** Before the first partner. */
    Position<K> start();

    /** The place that {@link Position#cursor} noted. */
    Position<K> at(Cursor cursor);

    /** Selects the {@code key} and {@code id} of those that follow, in order, from one range of the index. */
    Sql following(Position<K> position);

    /** Where the next range of the index begins; empty if there is none. */
    Optional<Position<K>> nextRange(Position<K> position);

    /** The key of the partner {@code p}; null if it is not in the list. */
    Sql key();
}
