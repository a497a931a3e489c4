package com.vsoxp.alliance.platform.outbox;

import java.util.Arrays;

/**
 * The streams of the outbox are dealt to a fixed number of shards, each relayed by one replica at a time. The number is
 * part of the data: rows carry their shard, so it may only grow with a migration.
 */
public final class Shards {

    /** How many shards there are. */
    public static final int COUNT = 16;

    private Shards() {}

    static short of(String key) {
        return (short) Math.floorMod(Arrays.hashCode(key.toCharArray()), COUNT);
    }
}
