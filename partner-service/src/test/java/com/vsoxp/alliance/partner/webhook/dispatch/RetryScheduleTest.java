package com.vsoxp.alliance.partner.webhook.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

    @Test
    void eachPauseFollowsItsAttemptAndTheLastEndsIt() {
        assertThat(schedule.pauseAfter(1, null, 0)).contains(Duration.ofSeconds(5));
        assertThat(schedule.pauseAfter(2, null, 0)).contains(Duration.ofMinutes(5));
        assertThat(schedule.pauseAfter(3, null, 0)).isEmpty();
    }

    @Test
    void whatFailedTogetherIsSpreadOverATenth() {
        assertThat(schedule.pauseAfter(2, null, 1)).contains(Duration.ofSeconds(330));
        assertThat(schedule.pauseAfter(2, null, 0.5)).contains(Duration.ofSeconds(315));
    }

    @Test
    void aReceiverMayAskToBeLeftAloneForLongerButNoLongerThanADay() {
        assertThat(schedule.pauseAfter(1, Duration.ofMinutes(10), 0)).contains(Duration.ofMinutes(10));
        assertThat(schedule.pauseAfter(2, Duration.ofMinutes(1), 0)).contains(Duration.ofMinutes(5));
        assertThat(schedule.pauseAfter(1, Duration.ofDays(30), 0)).contains(Duration.ofDays(1));
        assertThat(schedule.pauseAfter(3, Duration.ofMinutes(10), 0)).isEmpty();
    }
}
