package com.vsoxp.alliance.bench.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The plans of the service's own statements, as the database logs them while it runs them. */
final class PlanBook {

    private static final Pattern PREFIX = Pattern.compile("(?m)^\\d{4}-\\d\\d-\\d\\d [^\\n]*?LOG:  ");
    private static final Pattern PLAN = Pattern.compile("(?s)^duration: [\\d.]+ ms  plan:\\n.*");
    private static final int LONGEST_LINE = 240;

    /** Asks the service. */
    @FunctionalInterface
    interface Ask {
        String ask(String question) throws IOException, InterruptedException;
    }

    private final ListingTable table;
    private final Path log;

    PlanBook(ListingTable table, Path log) {
        this.table = table;
        this.log = log;
    }

    /** Writes the plans of what each question makes the database do: those of the second time, when its pages are in memory. */
    void write(Path file, int listings, Map<String, Supplier<String>> questions, Ask service) throws Exception {
        table.explain(true);
        var book = new StringBuilder("""
                # Plans of the directory's searches

                Written by `deploy/bench/search`, with %,d listings: what PostgreSQL says by `auto_explain` (analyze, buffers) of the
                statements that the running service sends for each question. Not to be edited.
                """.formatted(listings));
        for (var question : questions.entrySet()) {
            var asked = question.getValue().get();
            service.ask(asked);
            var before = Files.size(log);
            service.ask(asked);
            book.append("\n## ")
                    .append(question.getKey())
                    .append("\n\n`/v1/listings?")
                    .append(asked)
                    .append("`\n");
            plansSince(before)
                    .forEach(plan -> book.append("\n```\n").append(plan).append("\n```\n"));
        }
        table.explain(false);
        Files.writeString(file, book);
    }

    private Iterable<String> plansSince(long size) throws IOException {
        var text = Files.readString(log).substring((int) size);
        return PREFIX.splitAsStream(text)
                .filter(entry -> PLAN.matcher(entry).matches())
                .filter(entry -> entry.contains("listing"))
                .map(PlanBook::tidy)
                .toList();
    }

    private static String tidy(String entry) {
        var lines = new StringBuilder();
        for (var line : entry.strip().split("\n")) {
            lines.append(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line)
                    .append('\n');
        }
        return lines.toString().stripTrailing();
    }
}
