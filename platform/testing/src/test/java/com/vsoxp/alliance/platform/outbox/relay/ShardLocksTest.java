package com.vsoxp.alliance.platform.outbox.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.platform.outbox.Shards;
import com.vsoxp.alliance.platform.testing.SharedServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replicas share the shards of the outbox by the locks of the database alone. */
class ShardLocksTest {

    private final String url =
            "jdbc:postgresql://127.0.0.1:" + SharedServers.get().postgresPort() + "/postgres?user=postgres";

    @Test
    void aLoneReplicaHoldsAllShards() throws SQLException {
        try (Connection one = DriverManager.getConnection(url);
                ShardLocks locks = new ShardLocks(one)) {
            locks.rebalance();

            assertThat(locks.held()).hasSize(Shards.COUNT);
        }
    }

    @Test
    void twoReplicasHoldHalfEachAndNoShardTwice() throws SQLException {
        try (Connection one = DriverManager.getConnection(url);
                Connection two = DriverManager.getConnection(url);
                ShardLocks first = new ShardLocks(one)) {
            first.rebalance();
            try (ShardLocks second = new ShardLocks(two)) {
                first.rebalance();
                second.rebalance();

                assertThat(first.held()).hasSize(Shards.COUNT / 2).doesNotContainAnyElementsOf(second.held());
                assertThat(union(first, second)).hasSize(Shards.COUNT);
            }
            first.rebalance();
            assertThat(first.held()).hasSize(Shards.COUNT);
        }
    }

    @Test
    void aReplicaThatLostItsConnectionLeavesItsShardsToTheOthers() throws SQLException {
        try (Connection two = DriverManager.getConnection(url);
                ShardLocks second = new ShardLocks(two)) {
            try (Connection one = DriverManager.getConnection(url)) {
                new ShardLocks(one).rebalance();
            }
            // The server notices a closed connection in its own time.
            await().untilAsserted(() -> {
                second.rebalance();
                assertThat(second.held()).hasSize(Shards.COUNT);
            });
        }
    }

    private static Set<Short> union(ShardLocks first, ShardLocks second) {
        Set<Short> all = new HashSet<>(first.held());
        all.addAll(second.held());
        return all;
    }
}
