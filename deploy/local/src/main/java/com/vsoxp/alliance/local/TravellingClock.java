package com.vsoxp.alliance.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Period;

/** The file by which all services of a local alliance displace their clock, to play months in minutes. */
public final class TravellingClock {

    private final Path file;

    public TravellingClock(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** All services tell the system's time plus this offset, at the latest after a tenth of a second. */
    public void travel(Period offset) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, offset.toString());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to the system's time. */
    public void comeHome() {
        travel(Period.ZERO);
    }
}
