package com.vsoxp.alliance.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives the service under test an empty database of its own with an owner that is no superuser, empty topics, and the key
 * that {@link Tokens} signs with. Everything is real; only the data is short-lived.
 */
public class AllianceTestResource implements QuarkusTestResourceLifecycleManager {

    private static final List<String> TOPICS =
            List.of("alliance.partners", "alliance.sales", "alliance.eligibility", "alliance.benefits");

    @Override
    public Map<String, String> start() {
        SharedServers servers = SharedServers.get();
        String broker = "127.0.0.1:" + servers.kafkaPort();
        String database = "test_" + RepositoryRoot.module().replace('-', '_');
        makeDatabase(servers, database);
        TestTopics.makeAnew(broker, TOPICS);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database,
                "quarkus.datasource.username",
                database,
                "quarkus.datasource.password",
                database,
                "kafka.bootstrap.servers",
                broker,
                "quarkus.oidc.public-key",
                TestKeys.publicKeyBase64(),
                "alliance.contact-digest.secret",
                "a secret for tests only",
                "quarkus.http.test-port",
                "0",
                "alliance.time.travel-file",
                TimeTravel.file().toString());
    }

    @Override
    public void stop() {
        TimeTravel.toNow();
    }

    private static void makeDatabase(SharedServers servers, String name) {
        String url = "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement sql = connection.createStatement()) {
            sql.execute("drop database if exists " + name + " with (force)");
            sql.execute("drop role if exists " + name);
            sql.execute("create role " + name + " login password '" + name + "'");
            sql.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("The database for tests could not be made", e);
        }
    }

    static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
