package com.vsoxp.alliance.platform.testing.browser;

import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A headless Chromium with its driver and axe-core, fetched once from npm for all modules: of pinned versions and hashes,
 * without any script of theirs being run. A machine needs Node.js with npm, and no browser.
 *
 * @param folder where the packages are
 * @param executable the browser
 */
record ChromiumInstallation(Path folder, Path executable) {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", "unpack.mjs");
    private static final int LONGEST_MINUTES = 4;

    /** Empty on a machine without Node.js, or of a kind that the package has no browser for. */
    static Optional<ChromiumInstallation> get() {
        try {
            return isPossible() ? Optional.of(install()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source of axe-core, to be run in a page. */
    String axe() throws IOException {
        return Files.readString(folder.resolve("node_modules/axe-core/axe.min.js"));
    }

    /** What the driver needs to be found in the folder that {@code playwright.cli.dir} names. */
    Path driver() {
        return folder.resolve("driver");
    }

    /** The environment that the browser is started with. */
    Map<String, String> environment() {
        var fonts = Map.of("FONTCONFIG_PATH", folder.resolve("fonts").toString());
        if (succeeds(fonts, executable.toString(), "--version")) {
            return fonts;
        }
        return Map.of(
                "FONTCONFIG_PATH",
                fonts.get("FONTCONFIG_PATH"),
                "LD_LIBRARY_PATH",
                folder.resolve("al2023/lib").toString());
    }

    private static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && succeeds(Map.of(), "npm", "--version");
    }

    private static ChromiumInstallation install() throws IOException {
        Path folder = RepositoryRoot.path().resolve("target/browser");
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!isThere(folder)) {
                fetch(folder);
            }
        }
        return new ChromiumInstallation(folder, folder.resolve("chromium"));
    }

    /** Whether what this version of the lock file names was fetched whole. */
    private static boolean isThere(Path folder) throws IOException {
        Path done = folder.resolve("done");
        try (InputStream wanted = resource("package-lock.json")) {
            return Files.exists(done) && Files.readString(done).equals(new String(wanted.readAllBytes()));
        }
    }

    private static void fetch(Path folder) throws IOException {
        for (String old : List.of("done", "chromium", "driver/package", "driver/node")) {
            Files.deleteIfExists(folder.resolve(old));
        }
        for (String file : FILES) {
            try (InputStream content = resource(file)) {
                Files.copy(content, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        run(folder, "node", "unpack.mjs");
        Files.createDirectories(folder.resolve("driver"));
        Files.createSymbolicLink(folder.resolve("driver/package"), folder.resolve("node_modules/playwright-core"));
        Files.createSymbolicLink(folder.resolve("driver/node"), Path.of(nodeItself(folder)));
        Files.copy(folder.resolve("package-lock.json"), folder.resolve("done"));
    }

    private static String nodeItself(Path folder) throws IOException {
        Process node = new ProcessBuilder("node", "--print", "process.execPath")
                .directory(folder.toFile())
                .start();
        return new String(node.getInputStream().readAllBytes()).strip();
    }

    private static void run(Path folder, String... command) throws IOException {
        Path log = folder.resolve(command[0] + ".log");
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put("TMPDIR", folder.toString());
        if (!endsWell(process)) {
            throw new IOException("The browser cannot be fetched by " + List.of(command) + ", see " + log);
        }
    }

    private static boolean succeeds(Map<String, String> environment, String... command) {
        try {
            ProcessBuilder process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            process.environment().putAll(environment);
            return endsWell(process);
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean endsWell(ProcessBuilder command) throws IOException {
        Process process = command.start();
        try {
            if (process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return false;
        }
    }

    private static InputStream resource(String name) {
        return ChromiumInstallation.class.getResourceAsStream("/browser/" + name);
    }
}
