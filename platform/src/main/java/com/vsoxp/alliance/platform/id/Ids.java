package com.vsoxp.alliance.platform.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes the ids of everything that this system creates. */
public final class Ids {

    private Ids() {}

    /** A new UUIDv7: ids made later in one process sort after those made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
