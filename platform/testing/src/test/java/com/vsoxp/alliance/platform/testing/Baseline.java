package com.vsoxp.alliance.platform.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commit that contracts are compared with: what the main branch says; on the main branch itself, the commit before.
 * Another can be named by {@code -Dcontract.baseline=}.
 */
record Baseline(String commit) {

    /** Empty where there is no earlier commit. */
    static Optional<Baseline> find() throws InterruptedException {
        String named = System.getProperty("contract.baseline");
        if (named != null) {
            return Optional.of(new Baseline(named));
        }
        Optional<String> head = git("rev-parse", "HEAD");
        Optional<String> shared = git("merge-base", "HEAD", "origin/main");
        return (shared.isPresent() && !shared.equals(head) ? shared : git("rev-parse", "--verify", "-q", "HEAD^"))
                .map(Baseline::new);
    }

    /** The files that stood in a folder then. */
    List<String> filesIn(String folder) throws InterruptedException {
        return git("ls-tree", "--name-only", commit, folder + "/")
                .orElse("")
                .lines()
                .toList();
    }

    /** The text of a file as it was then, if it was there. */
    Optional<String> text(String file) throws InterruptedException {
        return git("show", commit + ":" + file);
    }

    // Empty where there is no git, no such commit or no such file.
    private static Optional<String> git(String... words) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(RepositoryRoot.path().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(out.strip()) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        }
    }
}
