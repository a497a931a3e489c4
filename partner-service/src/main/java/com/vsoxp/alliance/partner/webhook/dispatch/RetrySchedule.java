package com.vsoxp.alliance.partner.webhook.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When an event is sent again that was not taken.
 *
 * @param pauses before the second attempt, the third, and so on; after the last one it is given up
 */
record RetrySchedule(List<Duration> pauses) {

    private static final double JITTER = 0.1;
    private static final Duration LONGEST_WISH = Duration.ofDays(1);

    /**
     * The pause after so many attempts in vain; empty if that was the last one.
     *
     * @param wish how long the receiver asked to be left alone, or null; a day counts at most
     * @param chance from 0 to 1: spreads what failed together over a tenth of the pause
     */
    Optional<Duration> pauseAfter(int attempts, Duration wish, double chance) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        Duration pause = pauses.get(attempts - 1);
        Duration spread = pause.plusMillis((long) (pause.toMillis() * JITTER * chance));
        return Optional.of(longer(spread, wish == null ? Duration.ZERO : shorter(wish, LONGEST_WISH)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
