package com.vsoxp.alliance.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedInfrastructureTest {

    @TempDir
    Path directory;

    private Path stateFile;
    private Process watched;

    @BeforeEach
    void watchAProcess() throws IOException {
        stateFile = directory.resolve("state.properties");
        watched = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void endTheWatched() {
        watched.destroyForcibly();
    }

    @Test
    void itServesUntilTheWatchedProcessIsGoneAndLeavesNothing() throws Exception {
        Process shared = launch();
        Properties state = awaitState(shared);
        assertThat(state.getProperty("pid")).isEqualTo(String.valueOf(shared.pid()));
        String url = "jdbc:postgresql://127.0.0.1:" + state.getProperty("pg.port") + "/postgres";
        DriverManager.getConnection(url, PostgresServer.SUPERUSER, "").close();

        assertThat(launch().waitFor()).as("a second start finds the first").isZero();

        watched.destroy();
        assertThat(shared.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stateFile).doesNotExist();
        assertThat(dataDirectories()).isEmpty();
    }

    @Test
    void aServerThatOutlivedItsLauncherIsEnded() throws Exception {
        Process shared = launch();
        awaitState(shared);
        shared.destroyForcibly().waitFor();
        Path postgres = Infrastructure.postgresDirectory(dataDirectories()[0].resolve("data"));
        ProcessHandle leftOver = LeftOverPostgres.find(postgres).orElseThrow();

        LeftOverPostgres.end(postgres);

        assertThat(leftOver.isAlive()).isFalse();
    }

    @Test
    void aPidFileOfAServerLongGoneEndsNobody() throws Exception {
        long startedAt = watched.info().startInstant().orElseThrow().getEpochSecond();
        Files.writeString(
                directory.resolve("postmaster.pid"), watched.pid() + "\n" + directory + "\n" + startedAt + "\n");

        LeftOverPostgres.end(directory);

        assertThat(watched.isAlive()).isTrue();
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + directory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedInfrastructure.class.getName(),
                        stateFile.toString(),
                        String.valueOf(watched.pid()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("shared.log").toFile())
                .start();
    }

    private Properties awaitState(Process shared) throws IOException {
        Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> {
            assertThat(shared.isAlive()).isTrue();
            return Files.exists(stateFile);
        });
        var state = new Properties();
        try (var in = Files.newBufferedReader(stateFile)) {
            state.load(in);
        }
        return state;
    }

    private Path[] dataDirectories() throws IOException {
        try (var entries = Files.newDirectoryStream(directory, "alliance-tests-*")) {
            return StreamSupport.stream(entries.spliterator(), false).toArray(Path[]::new);
        }
    }
}
