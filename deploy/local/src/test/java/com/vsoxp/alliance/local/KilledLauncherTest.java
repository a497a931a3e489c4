package com.vsoxp.alliance.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherTest {

    @TempDir
    Path directory;

    private Path state;
    private Process launcher;
    private Collection<ProcessHandle> services;

    @BeforeEach
    void startAndKill() throws Exception {
        StandInService.repositoryIn(directory);
        state = directory.resolve(".local");
        launcher = command("Up", "--free-ports");
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> {
            assertThat(launcher.isAlive()).isTrue();
            return RunRecord.read(state).map(RunRecord::isReady).orElse(false);
        });
        services = RunRecord.read(state).orElseThrow().aliveServices().values();
        launcher.destroyForcibly().waitFor();
    }

    @AfterEach
    void leaveNothing() {
        LeftOvers.end(state);
    }

    @Test
    void whatItLeftBehindIsEndedByDown() throws Exception {
        assertThat(services).hasSize(4).allMatch(ProcessHandle::isAlive);

        assertThat(command("Down").waitFor()).isZero();

        assertThat(services).noneMatch(ProcessHandle::isAlive);
        assertThat(printedBy("Down")).containsExactly("The alliance is down; its data is kept.");
        assertThat(command("Down").waitFor()).isZero();
        assertThat(printedBy("Down")).containsExactly("Nothing is running.");
    }

    @Test
    void theNextStartEndsItAndTakesTheDataOver() {
        LocalSettings next = LocalSettings.of(directory).onFreePorts().heapMegabytes(32);
        try (var alliance = LocalAlliance.start(next)) {
            assertThat(services).noneMatch(ProcessHandle::isAlive);
            assertThat(alliance.death()).isNotDone();
        }
    }

    private Process command(String name, String... arguments) throws IOException {
        var command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Dalliance.root=" + directory,
                "-Dalliance.state=" + state,
                "-cp",
                System.getProperty("java.class.path"),
                "com.vsoxp.alliance.local.command." + name);
        command.command().addAll(List.of(arguments));
        return command.redirectOutput(output(name).toFile()).start();
    }

    private List<String> printedBy(String name) throws IOException {
        return Files.readAllLines(output(name));
    }

    private Path output(String name) {
        return directory.resolve(name + ".out");
    }
}
