package com.vsoxp.alliance.eligibility.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Thousands of due partners and sweepers side by side, each with transactions of its own as replicas have. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SharedSweepTest {

    private static final int PARTNERS = 4_000;
    private static final int BATCH = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Resellers whose grace ended ten days ago, with three licenses sold: each is due for one move, which is told. */
    private static final String DUE = """
            with due as (
                insert into partner (id, known, enrollment_sequence, enrollment_id, enrollment_status, tier, applied_tier,
                    applied_on, since)
                select id, true, 3, uuidv7(), 'ACTIVE', 'RESELLER', 'RESELLER', joined, joined
                from unnest(?::uuid[]) id, (select (current_date - 10 - interval '12 months')::date as joined) day
                returning id, enrollment_id, since),
            sales as (
                insert into fact (partner_id, id, kind, sequence, on_day, quantity)
                select id, uuidv7(), 'LICENSE_SALE', 1, current_date - 5, 3 from due)
            insert into standing (partner_id, enrollment_id, program_version, status, tier, since, unmet, next_transition_on)
            select id, enrollment_id, '2.0', 'GOOD', 'RESELLER', since, '{}', current_date - 10 from due""";

    private static final String DECIDED = "select count(*) from decision where partner_id = any(?)";

    /** Events are numbered per partner, so the last number tells how many there were. */
    private static final String DECIDED_AND_TOLD_ONCE = """
            select count(*) from unnest(?::uuid[]) as due (partner)
            where (select count(*) from decision where partner_id = due.partner) = 1
                and (select last from outbox_sequence
                    where topic = 'alliance.eligibility' and key = due.partner::text) = 1
                and (select status from standing where partner_id = due.partner) = 'AT_RISK'""";

    @Inject
    PassTime passTime;

    @Inject
    DataSource database;

    @Test
    void eachIsDecidedOnceAndToldOnceByTwoWhoSweepAtOnce() throws Exception {
        UUID[] partners = duePartners();
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (Future<?> sweep : Stream.generate(() -> replicas.submit(() -> {
                        start.await();
                        sweep();
                        return null;
                    }))
                    .limit(2)
                    .toList()) {
                endsInTime(sweep);
            }
        }

        awaitNumber(DECIDED_AND_TOLD_ONCE, partners, PARTNERS);
    }

    @Test
    void whatOneHeldWhenItDiedIsLeftToTheOther() throws Exception {
        UUID[] partners = duePartners();
        CountDownLatch holds = new CountDownLatch(1);
        CountDownLatch dies = new CountDownLatch(1);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Future<?> dying =
                    replicas.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        passTime.passTime(PARTNERS / 2);
                        holds.countDown();
                        dies.await();
                        return die();
                    }));
            try {
                assertThat(holds.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
                endsInTime(replicas.submit(this::sweep));
                awaitNumber(DECIDED, partners, PARTNERS / 2);
            } finally {
                // Whatever waits for what it holds goes on, so that a failure is no hanging test.
                dies.countDown();
            }
            assertThatThrownBy(() -> dying.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class);
        }
        assertThat(number(DECIDED, partners)).isLessThan(PARTNERS);
        sweep();

        awaitNumber(DECIDED_AND_TOLD_ONCE, partners, PARTNERS);
    }

    /** Who waits for what another one holds does not share the work. */
    private static void endsInTime(Future<?> sweep) {
        assertThat(sweep).as("a sweep beside another one").succeedsWithin(PATIENCE);
    }

    private void sweep() {
        int found;
        do {
            found = passTime.passTime(BATCH);
        } while (found == BATCH);
    }

    private UUID[] duePartners() {
        UUID[] partners = Stream.generate(Ids::next).limit(PARTNERS).toArray(UUID[]::new);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DUE)) {
            insert.setArray(1, connection.createArrayOf("uuid", partners));
            insert.executeUpdate();
            return partners;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the database sees the end of a process: its connection is gone in the middle of a transaction. */
    private boolean die() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.execute("select pg_terminate_backend(pg_backend_pid())");
        }
    }

    /** The service's own sweep may hold the last ones for a moment. */
    private void awaitNumber(String query, UUID[] partners, long expected) {
        await(query).atMost(PATIENCE).until(() -> number(query, partners) == expected);
    }

    private long number(String query, UUID[] partners) {
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(query)) {
            count.setArray(1, connection.createArrayOf("uuid", partners));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
