package com.vsoxp.alliance.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfrastructureTest {

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAgainAfterARestart() throws Exception {
        try (var first = start(0, 0)) {
            execute(first, "create table kept (word text)");
            execute(first, "insert into kept values ('évidence')");
            try (var admin = admin(first)) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                        .all()
                        .get();
            }
        }

        try (var second = start(0, 0);
                var connection = second.postgres().connect("postgres");
                var admin = admin(second)) {
            var rows = connection.createStatement().executeQuery("select upper(word) from kept");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("ÉVIDENCE");
            assertThat(admin.listTopics().names().get()).containsExactly("kept");
        }
    }

    @Test
    void commitsAreFlushedWhereDurabilityIsKept() throws Exception {
        try (var infrastructure = start(0, 0);
                var connection = infrastructure.postgres().connect("postgres")) {
            for (String setting : List.of("fsync", "synchronous_commit")) {
                var row = connection.createStatement().executeQuery("show " + setting);
                row.next();
                assertThat(row.getString(1)).as(setting).isEqualTo("on");
            }
        }
    }

    @Test
    void aTakenPortIsRefusedInOneLineBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(0, other.getLocalPort()))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Port " + other.getLocalPort() + " is in use, and Kafka needs it.");
        }
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void dataOfAStartThatNeverEndedIsMadeAnew() throws Exception {
        Files.createDirectories(postgres());
        Files.createFile(directory.resolve("data/half-made"));
        Files.writeString(postgres().resolve("postgresql.conf"), "# initdb was killed here");

        try (var infrastructure = start(0, 0)) {
            execute(infrastructure, "select 1");
        }
        assertThat(directory.resolve("data/half-made")).doesNotExist();
    }

    private Infrastructure start(int postgresPort, int kafkaPort) {
        return Infrastructure.start(directory.resolve("data"), postgresPort, kafkaPort, Durability.KEPT);
    }

    private Path postgres() {
        return Infrastructure.postgresDirectory(directory.resolve("data"));
    }

    private static void execute(Infrastructure infrastructure, String sql) throws SQLException {
        try (var connection = infrastructure.postgres().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Admin admin(Infrastructure infrastructure) {
        return Admin.create(Map.of("bootstrap.servers", infrastructure.kafka().bootstrapServers()));
    }
}
