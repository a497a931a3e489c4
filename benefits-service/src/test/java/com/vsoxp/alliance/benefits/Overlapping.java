package com.vsoxp.alliance.benefits;

import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Two transactions, as of two replicas, of which the second does its work while the first has done its own and is not committed: it
 * commits when the second is done, or waits for a lock.
 */
@ApplicationScoped
public class Overlapping {

    private static final String WAITING = """
            select count(*) from pg_locks
            where not granted and pid in (select pid from pg_stat_activity where datname = current_database())""";

    private final DataSource database;

    Overlapping(DataSource database) {
        this.database = database;
    }

    /** Does both, and throws what the second one threw. */
    public void run(Runnable first, Runnable second) throws InterruptedException, ExecutionException {
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var firstIsDone = new CompletableFuture<Void>();
            var other = new CompletableFuture<Void>();
            var one = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> {
                        first.run();
                        firstIsDone.complete(null);
                        await().until(() -> other.isDone() || somebodyWaits());
                    }),
                    replicas);
            CompletableFuture.anyOf(firstIsDone, one).get();
            replicas.submit(() -> {
                try {
                    QuarkusTransaction.requiringNew().run(second);
                    other.complete(null);
                } catch (RuntimeException refused) {
                    other.completeExceptionally(refused);
                }
            });
            one.get();
            other.get();
        }
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
