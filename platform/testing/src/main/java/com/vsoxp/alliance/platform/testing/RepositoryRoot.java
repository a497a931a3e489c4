package com.vsoxp.alliance.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the repository lies, whichever module's tests are running. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    public static Path path() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("These tests run from within the repository");
            }
        }
        return folder;
    }

    /** The name of the module whose tests are running: its folder. */
    static String module() {
        return Path.of("").toAbsolutePath().getFileName().toString();
    }
}
