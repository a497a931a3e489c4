package com.vsoxp.alliance.bench.meter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own benchmark, as the yardstick: it does the database's work and nothing else. */
public final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern COUNT = Pattern.compile("transactions actually processed: ([0-9]+)");

    /**
     * What a run did.
     *
     * @param perSecond transactions
     */
    public record Result(long transactions, double perSecond) {}

    private final String command;
    private final int port;
    private final String database;
    private final Path scripts;

    /**
     * Finds the program: {@code PGBENCH} names it, or it is on the path.
     *
     * @throws IllegalStateException saying how to get it, if it is not there
     */
    public Pgbench(int port, String database, Path scripts) throws IOException, InterruptedException {
        this.command = System.getenv().getOrDefault("PGBENCH", "pgbench");
        this.port = port;
        this.database = database;
        this.scripts = scripts;
        try {
            new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "pgbench is the yardstick and is not here: install PostgreSQL's client tools (Debian:"
                            + " postgresql-contrib), or name it in PGBENCH.",
                    e);
        }
    }

    /** Runs a script of its language for that long, over prepared statements. */
    public Result run(String script, int clients, Duration time) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(scripts, "pgbench", ".sql"), script);
        Process process = new ProcessBuilder(List.of(
                        command,
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + time.toSeconds(),
                        "--file=" + file,
                        "--host=127.0.0.1",
                        "--port=" + port,
                        "--username=postgres",
                        database))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return new Result((long) number(COUNT, output), number(RATE, output));
    }

    private static double number(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("pgbench says nothing of " + pattern + ": " + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
