package com.vsoxp.alliance.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What runs, written beside the data so that other commands, and the next start after a crash, find it: {@code run.properties}
 * with {@code ready}, and {@code NAME.pid}, {@code NAME.started} (ISO-8601) and {@code NAME.port} of each process.
 */
public final class RunRecord {

    /** The name under which the launcher itself is recorded. */
    public static final String LAUNCHER = "launcher";

    private static final String PID = ".pid";
    private static final Duration CLOCK_ROUNDING = Duration.ofSeconds(2);

    private final Path file;
    private final Properties entries = new Properties();

    private RunRecord(Path file) {
        this.file = file;
    }

    /** An empty record, not yet on disk. */
    static RunRecord blank(Path state) {
        return new RunRecord(fileIn(state));
    }

    /** The record that is there, if any. */
    public static Optional<RunRecord> read(Path state) {
        var run = new RunRecord(fileIn(state));
        if (!Files.exists(run.file)) {
            return Optional.empty();
        }
        try (var in = Files.newBufferedReader(run.file)) {
            run.entries.load(in);
            return Optional.of(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(String name, ProcessHandle process) {
        entries.setProperty(name + PID, String.valueOf(process.pid()));
        process.info().startInstant().ifPresent(start -> entries.setProperty(name + ".started", start.toString()));
        write();
    }

    synchronized void port(String name, int port) {
        entries.setProperty(name + ".port", String.valueOf(port));
        write();
    }

    synchronized void ready() {
        entries.setProperty("ready", "true");
        write();
    }

    void erase() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isReady() {
        return Boolean.parseBoolean(entries.getProperty("ready"));
    }

    /** The port under a name, 0 if none is recorded. */
    public int portOf(String name) {
        return Integer.parseInt(entries.getProperty(name + ".port", "0"));
    }

    /** Where a service answers, or would. */
    public URI url(AllianceService service) {
        return URI.create("http://localhost:" + portOf(service.serviceName()));
    }

    /** The process recorded under a name if it still lives; never a later owner of its number. */
    public Optional<ProcessHandle> alive(String name) {
        String pid = entries.getProperty(name + PID);
        return pid == null
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(pid)).filter(process -> runs(process) && isTheOne(name, process));
    }

    /** A process that has ended, and whose parent has not asked how, counts as alive but has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** The services that still live, replicas too, by name. */
    Map<String, ProcessHandle> aliveServices() {
        var services = new TreeMap<String, ProcessHandle>();
        entries.stringPropertyNames().stream()
                .filter(entry -> entry.endsWith(PID))
                .map(entry -> entry.substring(0, entry.length() - PID.length()))
                .filter(name -> !name.equals(LAUNCHER))
                .forEach(name -> alive(name).ifPresent(process -> services.put(name, process)));
        return services;
    }

    private boolean isTheOne(String name, ProcessHandle process) {
        String recorded = entries.getProperty(name + ".started");
        Optional<Instant> started = process.info().startInstant();
        return recorded == null
                || started.isEmpty()
                || Duration.between(Instant.parse(recorded), started.get())
                                .abs()
                                .compareTo(CLOCK_ROUNDING)
                        <= 0;
    }

    private void write() {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            try (var out = Files.newBufferedWriter(draft)) {
                entries.store(out, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fileIn(Path state) {
        return state.resolve("run.properties");
    }
}
