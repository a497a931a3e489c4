package com.vsoxp.alliance.local.infrastructure;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;

/**
 * One PostgreSQL and one Kafka for all tests of a build, in a process of its own with data that nobody keeps.
 *
 * <pre>
 * java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx384m -cp 'deploy/local/target/classes:deploy/local/target/lib/*' \
 *     com.vsoxp.alliance.local.infrastructure.SharedInfrastructure STATE_FILE WATCHED_PID
 * </pre>
 *
 * When both servers answer, {@code STATE_FILE} appears whole (by an atomic move) as a properties file:
 *
 * <ul>
 *   <li>{@code pg.port}: PostgreSQL on 127.0.0.1; superuser {@code postgres}, no password, no database but {@code postgres}
 *   <li>{@code kafka.port}: Kafka on 127.0.0.1; no topics, and none are made by using them
 *   <li>{@code pid}: this process
 * </ul>
 *
 * It ends by itself when the process {@code WATCHED_PID} is gone (the Maven JVM) or on SIGTERM, and removes its data and the
 * state file. While it lives it holds a lock on {@code STATE_FILE.lock}: a second start under the same state file ends at once
 * with code 0, so a test may start it blindly and wait for a state file whose {@code pid} lives. If it cannot start, it prints
 * one line and ends with code 1.
 */
public final class SharedInfrastructure {

    private final Path stateFile;
    private final ProcessHandle watched;

    private SharedInfrastructure(Path stateFile, ProcessHandle watched) {
        this.stateFile = stateFile;
        this.watched = watched;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("Usage: SharedInfrastructure STATE_FILE WATCHED_PID");
            System.exit(2);
        }
        Path stateFile = Path.of(args[0]).toAbsolutePath();
        ProcessHandle watched = ProcessHandle.of(Long.parseLong(args[1])).orElse(null);
        if (watched == null) {
            System.err.println("Process " + args[1] + " is not there to be watched.");
            System.exit(1);
        }
        try (var channel = FileChannel.open(lockFile(stateFile), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                new SharedInfrastructure(stateFile, watched).run();
            }
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private void run() throws IOException {
        Path data = Files.createTempDirectory("alliance-tests-");
        var infrastructure = Infrastructure.start(data.resolve("data"), 0, 0, Durability.EPHEMERAL);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(infrastructure, data)));
        publish(infrastructure);
        watched.onExit().join();
        System.exit(0);
    }

    private void publish(Infrastructure infrastructure) throws IOException {
        var state = new Properties();
        state.setProperty("pg.port", String.valueOf(infrastructure.postgres().port()));
        state.setProperty("kafka.port", String.valueOf(infrastructure.kafka().port()));
        state.setProperty("pid", String.valueOf(ProcessHandle.current().pid()));
        Path draft = stateFile.resolveSibling(stateFile.getFileName() + ".draft");
        try (var out = Files.newBufferedWriter(draft)) {
            state.store(out, null);
        }
        Files.move(draft, stateFile, StandardCopyOption.ATOMIC_MOVE);
    }

    private void end(Infrastructure infrastructure, Path data) {
        try {
            Files.deleteIfExists(stateFile);
            infrastructure.close();
            Infrastructure.delete(data);
            Files.deleteIfExists(lockFile(stateFile));
        } catch (IOException e) {
            System.err.println("Could not remove " + data + ": " + e.getMessage());
        }
    }

    private static Path lockFile(Path stateFile) {
        return stateFile.resolveSibling(stateFile.getFileName() + ".lock");
    }
}
