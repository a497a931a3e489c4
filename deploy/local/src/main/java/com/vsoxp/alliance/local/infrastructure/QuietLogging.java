package com.vsoxp.alliance.local.infrastructure;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps the servers from telling their lives: only what goes wrong is logged. */
final class QuietLogging {

    /** Held, since the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOGGERS = Stream.of(
                    "kafka", "org.apache.kafka", "state.change.logger", "io.zonky")
            .map(Logger::getLogger)
            .toList();

    private QuietLogging() {}

    static void install() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
