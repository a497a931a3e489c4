package com.vsoxp.alliance.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Period;
import java.util.concurrent.TimeUnit;

/** The file by which all services of a local alliance displace their clock, to play months in minutes. */
public final class TravellingClock {

    private static final int MILLIS_UNTIL_SEEN = 150;

    private final Path file;

    private TravellingClock(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Returns when all services tell the system's time plus this offset: they look into the file ten times a second. */
    public void travel(Period offset) {
        write(offset);
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS_UNTIL_SEEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Period offset) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, offset.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the travel file of a local alliance is. */
    public static TravellingClock in(Path state) {
        return new TravellingClock(state.resolve("clock"));
    }

    /** Back to the system's time. */
    public void comeHome() {
        travel(Period.ZERO);
    }
}
