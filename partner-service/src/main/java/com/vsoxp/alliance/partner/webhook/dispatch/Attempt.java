package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.outbound.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What came of sending an event once. */
sealed interface Attempt {

    /** Bytes of an answer that are looked at. */
    int EXCERPT = 200;

    /** The receiver has it: any 2xx. */
    record Taken(int status) implements Attempt {}

    /**
     * The receiver does not have it.
     *
     * @param status of the answer; null if there was none
     * @param error a short excerpt of the answer, or why there is none
     * @param wish how long the receiver asked to be left alone; null if it did not
     */
    record Refused(Integer status, String error, Duration wish) implements Attempt {}

    /** The receiver wants no events any more: 410. */
    record Gone() implements Attempt {}

    /** The feed no longer has the event. */
    record Forgotten() implements Attempt {}

    /** It was not tried, for a reason of our own: it counts for nothing. */
    record NotTried() implements Attempt {}

    /** Tells what an outcome means, by the Standard Webhooks specification. */
    static Attempt of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reply reply when reply.status() / 100 == 2 -> new Taken(reply.status());
            case Outcome.Reply reply when reply.status() == 410 -> new Gone();
            case Outcome.Reply reply ->
                new Refused(reply.status(), words(reply), wish(reply).orElse(null));
            case Outcome.NotTried _ -> new NotTried();
            case Outcome.NoAnswer none -> new Refused(null, none.reason(), null);
        };
    }

    private static Optional<Duration> wish(Outcome.Reply reply) {
        return reply.header("retry-after")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** So much of an answer as helps to find the fault, on one line. */
    private static String words(Outcome.Reply reply) {
        String text = new String(reply.body(), 0, Math.min(reply.body().length, EXCERPT), StandardCharsets.UTF_8)
                .replaceAll("[\\x00-\\x1F\\x7F\\uFFFD]+", " ")
                .strip();
        return text.isEmpty() ? "HTTP " + reply.status() : "HTTP " + reply.status() + ": " + text;
    }
}
