package com.vsoxp.alliance.benefits.signing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Which of several keys at hand signs. */
final class KeyChoice {

    private static final Comparator<Candidate> BY_AGE =
            Comparator.comparing(Candidate::publishedAt).thenComparing(Candidate::kid);

    private KeyChoice() {}

    /** A key at hand, and since when the world can know its public part. */
    record Candidate(String kid, Instant publishedAt) {}

    /**
     * The newest of those that have been published for long enough; if there is none, the one published longest.
     *
     * @param candidates at least one
     */
    static String of(Collection<Candidate> candidates, Instant now, Duration publishAhead) {
        return candidates.stream()
                .filter(key -> !key.publishedAt().plus(publishAhead).isAfter(now))
                .max(BY_AGE)
                .or(() -> candidates.stream().min(BY_AGE))
                .orElseThrow()
                .kid();
    }
}
