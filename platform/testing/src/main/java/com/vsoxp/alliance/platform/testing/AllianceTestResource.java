package com.vsoxp.alliance.platform.testing;

import static java.util.Map.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Gives the service under test an empty database of its own, with one role that owns it and one to work with, neither of
 * them a superuser, empty topics, and the key that {@link Tokens} signs with. Everything is real; only the data is short-lived.
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
        return Map.ofEntries(
                entry(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://127.0.0.1:" + servers.postgresPort() + "/" + database),
                entry("quarkus.datasource.username", database),
                entry("quarkus.datasource.password", database),
                entry("quarkus.flyway.username", owner(database)),
                entry("quarkus.flyway.password", owner(database)),
                entry("kafka.bootstrap.servers", broker),
                entry("quarkus.oidc.public-key", TestKeys.publicKeyBase64()),
                entry("alliance.contact-digest.secret", "a secret for tests only"),
                entry("alliance.webhooks.secret-key", "a key for tests only"),
                entry("alliance.logo.token-secret", "a secret for tests only"),
                entry("alliance.signing.keys-file", SigningKeys.fresh().toString()),
                entry("alliance.signing.look-every", "0.2s"),
                entry("quarkus.http.test-port", "0"),
                entry("alliance.time.travel-file", TimeTravel.file().toString()));
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
            for (String role : List.of(name, owner(name))) {
                sql.execute("drop role if exists " + role);
                sql.execute("create role " + role + " login password '" + role + "'");
            }
            sql.execute("create database " + name + " owner " + owner(name));
        } catch (SQLException e) {
            throw new IllegalStateException("The database for tests could not be made", e);
        }
    }

    private static String owner(String database) {
        return database + "_owner";
    }

    static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
