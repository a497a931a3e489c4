package com.vsoxp.alliance.eligibility.decision;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Losses are told of before they come. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LossWarningsTest {

    private static final LocalDate RISK = TODAY.plusMonths(12);
    private static final LocalDate LOSS = RISK.plusDays(90);

    @Inject
    PassTime passTime;

    @Test
    void aLossIsToldOfNinetyThirtyAndSevenDaysAheadByTheRiskItselfAndTwoNotices() throws Exception {
        Told told = Told.premier();

        try (var _ = until(RISK)) {
            JsonNode risk = told.awaitStanding("AT_RISK").data();
            assertThat(risk.path("reason").asText()).isEqualTo("STANDING_MOVED");
            assertThat(risk.at("/standing/lossForeseen/daysLeft").asInt()).isEqualTo(90);
            assertThat(risk.at("/standing/lossForeseen/on").asText()).isEqualTo(LOSS.toString());
            assertThat(risk.at("/standing/lossForeseen/fallsTo").isNull()).isTrue();
            assertThat(risk.at("/standing/lossForeseen/requirements/0").asText())
                    .isEqualTo("LICENSE_SALES");
        }
        try (var _ = until(LOSS.minusDays(30))) {
            sweepByTwoReplicas(told, 1);
        }
        try (var _ = until(LOSS.minusDays(7))) {
            sweepByTwoReplicas(told, 2);
            JsonNode last = notices(told).getLast();
            assertThat(last.at("/standing/lossForeseen/daysLeft").asInt()).isEqualTo(7);
            assertThat(last.at("/standing/status").asText()).isEqualTo("AT_RISK");
            assertThat((String) told.get("decisions").path("items[0].reason")).isEqualTo("LOSS_AHEAD");
            assertThat((String) told.get("decisions").path("items[0].id"))
                    .isEqualTo(last.path("decisionId").asText());

            threeStories(told);
            told.sold(15, RISK.plusDays(1));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                JsonNode latest = told.findings().getLast().data();
                return latest.at("/standing/status").asText().equals("GOOD");
            });
            assertThat(told.findings()
                            .getLast()
                            .data()
                            .at("/standing/lossForeseen")
                            .isNull())
                    .isTrue();
        }
    }

    @Test
    void aLossThatIsNotCertainAnyMoreIsSaidToBeAverted() {
        Told told = Told.premier();

        try (var _ = until(LOSS.minusDays(20))) {
            told.awaitStanding("AT_RISK");
            threeStories(told);
            told.soldUnreadably(15);
            // The next thing that is heard finds the loss uncertain: the sale that was set aside may be what is
            // missing.
            await().atMost(Duration.ofSeconds(20)).until(() -> "INDETERMINATE"
                    .equals(told.get("scorecard?tier=PREMIER")
                            .path("requirements.find { it.code == 'LICENSE_SALES' }.verdict")));
            told.sold(1, RISK.plusDays(1));

            await().atMost(Duration.ofSeconds(20)).until(() -> told.findings().stream()
                    .anyMatch(event -> event.data().path("reason").asText().equals("LOSS_AVERTED")));
            assertThat(told.findings().getLast().data().at("/standing/status").asText())
                    .isEqualTo("AT_RISK");
        }
    }

    /** So that sales alone are missing. */
    private static void threeStories(Told told) {
        for (int story = 0; story < 3; story++) {
            told.story(Ids.next(), RISK.plusDays(1));
        }
    }

    private static TimeTravel until(LocalDate day) {
        return TimeTravel.by(Period.ofDays(Math.toIntExact(ChronoUnit.DAYS.between(TODAY, day))));
    }

    private void sweepByTwoReplicas(Told told, int noticesInAll) throws Exception {
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                List<Future<Integer>> sweeps = new ArrayList<>();
                for (int replica = 0; replica < 2; replica++) {
                    sweeps.add(replicas.submit(() -> passTime.passTime(200)));
                }
                for (Future<Integer> sweep : sweeps) {
                    sweep.get();
                }
                return notices(told).size() >= noticesInAll;
            });
            passTime.passTime(200);
        }
        assertThat(notices(told)).hasSize(noticesInAll);
    }

    private static List<JsonNode> notices(Told told) {
        return told.findings().stream()
                .map(event -> event.data())
                .filter(data -> data.path("reason").asText().equals("LOSS_AHEAD"))
                .toList();
    }
}
