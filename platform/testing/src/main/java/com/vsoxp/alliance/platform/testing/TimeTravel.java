package com.vsoxp.alliance.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.TemporalAmount;

/** Moves the clock of the service under test. Whoever moves it moves it back: {@code try (var past = TimeTravel.by(…))}. */
public final class TimeTravel implements AutoCloseable {

    private TimeTravel() {}

    /** From now on, within a fraction of a second, the service lives at this distance from today. */
    public static TimeTravel by(TemporalAmount offset) {
        write(offset.toString());
        return new TimeTravel();
    }

    static void toNow() {
        write("P0D");
    }

    static Path file() {
        return RepositoryRoot.path().resolve("target/shared-servers/" + RepositoryRoot.module() + ".clock");
    }

    @Override
    public void close() {
        toNow();
    }

    private static void write(String offset) {
        try {
            Path draft = file().resolveSibling(file().getFileName() + ".draft");
            Files.createDirectories(draft.getParent());
            Files.writeString(draft, offset);
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
