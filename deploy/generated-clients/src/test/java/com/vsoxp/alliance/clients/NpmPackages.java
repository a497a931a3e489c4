package com.vsoxp.alliance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Packages of npm that are not on Maven Central: of pinned versions and hashes, fetched and not run. */
final class NpmPackages {

    private static final int LONGEST_MINUTES = 3;

    private NpmPackages() {}

    /**
     * Fetches them.
     *
     * @param source a folder with scripts, {@code package.json} and {@code package-lock.json}
     * @param target where the same is afterwards, with the packages beside it
     * @return whether there is an npm
     */
    static boolean fetch(Path source, Path target) throws IOException, InterruptedException {
        if (!isThere()) {
            return false;
        }
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Process npm = new ProcessBuilder(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"))
                .directory(target.toFile())
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("npm.log").toFile())
                .start();
        assertThat(npm.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                .as("npm ends")
                .isTrue();
        assertThat(npm.exitValue()).as("%s", target.resolve("npm.log")).isZero();
        return true;
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }
}
