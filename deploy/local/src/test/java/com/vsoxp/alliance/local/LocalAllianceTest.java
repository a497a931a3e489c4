package com.vsoxp.alliance.local;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vsoxp.alliance.local.infrastructure.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAllianceTest {

    @TempDir
    Path directory;

    private LocalSettings settings;

    @BeforeEach
    void buildStandIns() throws IOException {
        settings = LocalSettings.of(StandInService.repositoryIn(directory))
                .onFreePorts()
                .heapMegabytes(32);
    }

    @Test
    void everyServiceIsStartedIntoItsOwnDatabaseAndStoppedWithTheRest() throws Exception {
        List<ProcessHandle> processes;
        try (var alliance = LocalAlliance.start(settings)) {
            processes = processes(alliance);
            assertThat(ask(alliance, BENEFITS))
                    .contains("QUARKUS_DATASOURCE_JDBC_URL="
                            + alliance.infrastructure().postgres().jdbcUrl("benefits"))
                    .contains("KAFKA_BOOTSTRAP_SERVERS="
                            + alliance.infrastructure().kafka().bootstrapServers())
                    .contains("QUARKUS_OIDC_PUBLIC_KEY=" + alliance.keys().tokenPublicKey());
            assertOwnDatabase(alliance);
            assertTopics(alliance);
        }
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(RunRecord.read(settings.state())).isEmpty();
    }

    @Test
    void aDatabaseOfBeforeComesToItsOwnerWithAllThatIsInIt() throws Exception {
        try (var alliance = LocalAlliance.start(settings);
                var admin = alliance.infrastructure().postgres().connect("eligibility")) {
            var statement = admin.createStatement();
            statement.execute("alter database eligibility owner to eligibility");
            statement.execute("create table before (name text)");
            statement.execute("alter table before owner to eligibility");
        }
        try (var alliance = LocalAlliance.start(settings);
                var owner = connect(alliance, "eligibility_owner")) {
            owner.createStatement().execute("alter table before add column since date");
            owner.createStatement().execute("create schema after");
        }
    }

    @Test
    void whoNeedsOneServiceStartsNoOther() throws Exception {
        try (var alliance = LocalAlliance.start(settings.only(PARTNER))) {
            assertThat(ask(alliance, PARTNER)).contains("QUARKUS_DATASOURCE_USERNAME=partner,");
            assertThat(RunRecord.read(settings.state()).orElseThrow().aliveServices())
                    .containsOnlyKeys("partner-service");
        }
    }

    @Test
    void aReplicaRunsBesideTheFirstAndEndsWithTheRest() throws Exception {
        ProcessHandle replica;
        try (var alliance = LocalAlliance.start(settings.only(ELIGIBILITY))) {
            replica = ProcessHandle.of(alliance.replicate(ELIGIBILITY).pid()).orElseThrow();

            assertThat(RunRecord.read(settings.state()).orElseThrow().aliveServices())
                    .containsOnlyKeys("eligibility-service", "eligibility-service-2");
        }
        assertThat(replica.isAlive()).isFalse();
    }

    @Test
    void aKilledServiceComesBackWhereItWas() throws Exception {
        try (var alliance = LocalAlliance.start(settings)) {
            long before = alliance.pid(PARTNER);
            alliance.kill(PARTNER);
            assertThat(ProcessHandle.of(before)).isEmpty();

            alliance.restart(PARTNER);

            assertThat(alliance.pid(PARTNER)).isNotEqualTo(before);
            assertThat(ask(alliance, PARTNER))
                    .contains("QUARKUS_DATASOURCE_USERNAME=partner,")
                    .contains("QUARKUS_FLYWAY_USERNAME=partner_owner,");
            assertThat(alliance.death())
                    .as("who was ended on purpose did not die")
                    .isNotDone();
        }
    }

    @Test
    void aServiceThatDiesLaterIsTold() throws Exception {
        try (var alliance = LocalAlliance.start(settings)) {
            ProcessHandle.of(alliance.pid(ELIGIBILITY)).orElseThrow().destroyForcibly();

            assertThat(alliance.death().get(10, TimeUnit.SECONDS))
                    .startsWith("eligibility-service ended with code 137 (see ");
        }
    }

    @Test
    void aServiceThatDiesAtItsStartIsNamedInOneLineAndNothingIsLeftRunning() {
        assertThatThrownBy(() -> LocalAlliance.start(settings.with("DIES_AT_START", "eligibility")))
                .isInstanceOf(Refusal.class)
                .hasMessage("eligibility-service ended with code 3: no such table (see "
                        + settings.logs().resolve("eligibility-service.log") + ")");
        assertThat(LeftOvers.end(settings.state())).as("anything left").isFalse();
    }

    @Test
    void aServicesTakenPortIsRefusedBeforeAnythingStarts() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();
            var settingsWithTakenPort = new LocalSettings(
                    settings.root(),
                    settings.state(),
                    0,
                    0,
                    Map.of(PARTNER, taken),
                    32,
                    false,
                    settings.durability(),
                    Map.of(),
                    line -> {});

            assertThatThrownBy(() -> LocalAlliance.start(settingsWithTakenPort))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Port " + taken + " is in use, and partner-service needs it.");
        }
        assertThat(settings.data()).doesNotExist();
    }

    private static void assertOwnDatabase(LocalAlliance alliance) throws Exception {
        try (var owner = connect(alliance, "eligibility_owner")) {
            owner.createStatement().execute("create table own (name citext, unique (name))");
        }
        try (var worker = connect(alliance, "eligibility")) {
            assertThatThrownBy(() -> worker.createStatement().execute("create table more (name text)"))
                    .hasMessageContaining("permission denied");
        }
    }

    private static Connection connect(LocalAlliance alliance, String role) throws SQLException {
        return DriverManager.getConnection(alliance.infrastructure().postgres().jdbcUrl("eligibility"), role, role);
    }

    private static void assertTopics(LocalAlliance alliance) throws Exception {
        try (var admin = Admin.create(
                Map.of("bootstrap.servers", alliance.infrastructure().kafka().bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsExactlyInAnyOrder(
                            "alliance.partners",
                            "alliance.partners.dlq",
                            "alliance.sales",
                            "alliance.sales.dlq",
                            "alliance.eligibility",
                            "alliance.eligibility.dlq",
                            "alliance.benefits",
                            "alliance.benefits.dlq");
        }
    }

    private static List<ProcessHandle> processes(LocalAlliance alliance) {
        return Arrays.stream(AllianceService.values())
                .map(service -> ProcessHandle.of(alliance.pid(service)).orElseThrow())
                .toList();
    }

    private static String ask(LocalAlliance alliance, AllianceService service) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(alliance.url(service)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
