package com.vsoxp.alliance.platform.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;

/**
 * A rebuild as it is kept. Later ones have greater ids.
 *
 * @param phase what it is at, or was at when it ended
 * @param progress in percent
 * @param summary what it came to, as JSON; null until it is completed. Callers see it by {@link #summaryAs}
 * @param failure why it failed, in words for an operator; null unless it did
 * @param finishedAt null while it runs
 * @param json reads the summary
 */
public record Rebuild(
        UUID id,
        Status status,
        String phase,
        int progress,
        String summary,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        ObjectReader json) {

    /** How far a rebuild is. */
    public enum Status {
        RUNNING,
        COMPLETED,
        /** The replica that ran it ended, or something went wrong; nothing was changed. */
        FAILED
    }

    /** What it came to, as the work said it; null until it is completed. */
    public <S> S summaryAs(Class<S> type) {
        try {
            return summary == null ? null : json.forType(type).readValue(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
