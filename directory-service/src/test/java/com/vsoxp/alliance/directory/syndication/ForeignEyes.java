package com.vsoxp.alliance.directory.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Validators that others wrote, from npm, of pinned versions and hashes: {@code src/test/javascript}. */
final class ForeignEyes {

    private static final Path SOURCE = Path.of("src/test/javascript");
    private static final Path HOME = Path.of("target/javascript").toAbsolutePath();
    private static final int LONGEST_MINUTES = 3;

    private ForeignEyes() {}

    /** Fetches them; the test is skipped, and says so, where there is no Node.js with npm. */
    static void open() throws IOException, InterruptedException {
        assumeTrue(
                isThere("npm") && isThere("node"),
                "There is no Node.js with npm here: no foreign validator looks at the feeds");
        Files.createDirectories(HOME);
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        assertThat(run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .exitValue())
                .as("%s", HOME.resolve("log"))
                .isZero();
    }

    /** What they find wrong, a line each. */
    static List<String> findingsIn(String jsonFeed, String... jsonLd) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", "validate.js", file("feed.json", jsonFeed)));
        for (var number = 0; number < jsonLd.length; number++) {
            command.add(file("listing" + number + ".jsonld", jsonLd[number]));
        }
        var process = run(command.toArray(String[]::new));
        var findings = Files.readAllLines(HOME.resolve("log"));
        assertThat(process.exitValue()).as("%s", findings).isZero();
        return findings;
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(HOME.resolve(name), content).toString();
    }

    private static Process run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                .as("%s ends", command[0])
                .isTrue();
        return process;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
