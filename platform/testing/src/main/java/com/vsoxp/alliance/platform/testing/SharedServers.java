package com.vsoxp.alliance.platform.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The PostgreSQL and the Kafka that all tests of one build share: started by whoever asks first, in a process of its own
 * that ends with the build.
 *
 * @param postgresPort on 127.0.0.1, superuser {@code postgres} without a password
 * @param kafkaPort on 127.0.0.1
 */
public record SharedServers(int postgresPort, int kafkaPort) {

    private static final String MAIN = "com.vsoxp.alliance.local.infrastructure.SharedInfrastructure";

    public static SharedServers get() {
        long build = build().pid();
        Path state = RepositoryRoot.path().resolve("target/shared-servers/" + build + ".properties");
        if (!Files.exists(state)) {
            start(state, build);
        }
        return read(state);
    }

    /** Maven's JVM is the nearest Java process above; a test started from an editor stands for itself. */
    private static ProcessHandle build() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(self.parent(), parent -> parent.isPresent(), parent -> parent.get()
                        .parent())
                .map(parent -> parent.get())
                .filter(SharedServers::isJava)
                .findFirst()
                .orElse(self);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }

    private static void start(Path state, long build) {
        Path local = RepositoryRoot.path().resolve("deploy/local/target");
        try {
            Files.createDirectories(state.getParent());
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xmx384m",
                            "-cp",
                            local.resolve("classes") + ":" + local.resolve("lib/*"),
                            MAIN,
                            state.toString(),
                            Long.toString(build)))
                    .redirectErrorStream(true)
                    .redirectOutput(state.resolveSibling(build + ".log").toFile())
                    .start();
            await("PostgreSQL and Kafka to start, see " + state.getParent())
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .failFast(
                            "The test servers did not start, see " + state.getParent(),
                            () -> !process.isAlive() && process.exitValue() != 0)
                    .until(() -> Files.exists(state));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SharedServers read(Path state) {
        Properties ports = new Properties();
        try (var in = Files.newBufferedReader(state)) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SharedServers(
                Integer.parseInt(ports.getProperty("pg.port")), Integer.parseInt(ports.getProperty("kafka.port")));
    }
}
