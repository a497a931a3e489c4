package com.vsoxp.alliance.platform.outbox.relay;

import com.vsoxp.alliance.platform.outbox.Shards;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;

/**
 * This replica's share of the shards, held as session advisory locks of one connection. Every replica also holds one
 * shared lock that says it is there; the count of those gives each its fair share, without a clock or a heartbeat.
 */
final class ShardLocks implements AutoCloseable {

    /** The first half of the advisory lock's key: no other code of this system may use it. */
    private static final int LOCK_CLASS = 0x0A111A4C;

    private static final int PRESENCE = 1_000_000;

    private static final String COUNT_REPLICAS = """
            select count(distinct pid) from pg_locks
            where locktype = 'advisory' and granted and classid::bigint = ? and objid::bigint = ?
              and database = (select oid from pg_database where datname = current_database())""";

    private final Connection connection;
    private final Set<Short> held = new TreeSet<>();

    ShardLocks(Connection connection) throws SQLException {
        this.connection = connection;
        call("select pg_advisory_lock_shared(?, ?)", PRESENCE);
    }

    Set<Short> held() {
        return held;
    }

    /** Gives up what is over the fair share, or takes what is free up to it. */
    void rebalance() throws SQLException {
        int share = Math.ceilDiv(Shards.COUNT, replicas());
        for (Iterator<Short> shards = held.iterator(); held.size() > share && shards.hasNext(); ) {
            call("select pg_advisory_unlock(?, ?)", shards.next());
            shards.remove();
        }
        for (short shard = 0; shard < Shards.COUNT && held.size() < share; shard++) {
            if (!held.contains(shard) && call("select pg_try_advisory_lock(?, ?)", shard)) {
                held.add(shard);
            }
        }
    }

    /** The connection goes back to a pool, where its locks would live on. */
    @Override
    public void close() throws SQLException {
        try (PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            unlock.execute();
        }
    }

    private int replicas() throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT_REPLICAS)) {
            count.setLong(1, LOCK_CLASS);
            count.setLong(2, PRESENCE);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return Math.max(1, row.getInt(1));
            }
        }
    }

    private boolean call(String function, int object) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(function)) {
            statement.setInt(1, LOCK_CLASS);
            statement.setInt(2, object);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && "t".equals(row.getString(1));
            }
        }
    }
}
