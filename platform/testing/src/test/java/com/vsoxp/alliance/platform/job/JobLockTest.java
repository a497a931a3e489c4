package com.vsoxp.alliance.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.platform.testing.SharedServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Replicas see by a lock of the database whether somebody is at a job. */
class JobLockTest {

    private final String url =
            "jdbc:postgresql://127.0.0.1:" + SharedServers.get().postgresPort() + "/postgres?user=postgres";
    private final String job = "job-" + UUID.randomUUID();

    @Test
    void aJobIsTakenUntilWhoTookItLetsGoAndOtherJobsAreNotHeldUp() throws SQLException {
        try (Connection one = connect();
                Connection other = connect()) {
            try (JobLock _ = JobLock.take(one, job)) {
                assertThat(JobLock.isFree(other, job)).isFalse();
                assertThat(JobLock.isFree(other, job + "-another")).isTrue();
            }
            assertThat(JobLock.isFree(other, job)).isTrue();
        }
    }

    @Test
    void aJobIsFreeWhenTheConnectionOfWhoTookItIsGone() throws SQLException {
        try (Connection other = connect()) {
            try (Connection one = connect()) {
                JobLock.take(one, job);
                assertThat(JobLock.isFree(other, job)).isFalse();
            }
            // The server notices a closed connection in its own time.
            await().until(() -> JobLock.isFree(other, job));
        }
    }

    @Test
    void theConnectionIsGivenBackAsItCame() throws SQLException {
        try (Connection one = connect()) {
            try (JobLock _ = JobLock.take(one, job)) {
                one.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                one.setAutoCommit(false);
                one.createStatement().execute("create temp table unfinished (id int)");
            }

            assertThat(one.getAutoCommit()).isTrue();
            assertThat(one.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            try (var statement = one.createStatement();
                    var row = statement.executeQuery(
                            "select to_regclass('unfinished') is null, current_setting('lock_timeout')")) {
                row.next();
                assertThat(row.getBoolean(1)).isTrue();
                assertThat(row.getString(2)).isEqualTo("0");
            }
        }
    }

    @Test
    void onlyAJobThatIsAloneTwiceIsAbandoned() throws SQLException {
        UUID run = UUID.randomUUID();
        Loneliness loneliness = new Loneliness(database(), job);

        assertThat(loneliness.isAbandoned(run)).isFalse();
        assertThat(loneliness.isAbandoned(run)).isTrue();
    }

    @Test
    void aJobThatSomebodyIsAtOrThatIsAnotherOneIsNotAbandoned() throws SQLException {
        UUID run = UUID.randomUUID();
        Loneliness loneliness = new Loneliness(database(), job);
        try (Connection one = connect();
                JobLock _ = JobLock.take(one, job)) {
            loneliness.isAbandoned(run);
            assertThat(loneliness.isAbandoned(run)).isFalse();
        }

        assertThat(loneliness.isAbandoned(run)).isFalse();
        assertThat(loneliness.isAbandoned(UUID.randomUUID())).isFalse();
        assertThat(loneliness.isAbandoned(null)).isFalse();
        assertThat(loneliness.isAbandoned(run)).isFalse();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private DataSource database() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }
}
