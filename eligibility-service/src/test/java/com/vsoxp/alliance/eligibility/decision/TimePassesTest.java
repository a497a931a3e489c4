package com.vsoxp.alliance.eligibility.decision;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** The sweep, with nobody asking and nothing new happening. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class TimePassesTest {

    private static final LocalDate YEAR_LATER = TODAY.plusMonths(12);

    @Test
    void aYearAfterItsSalesAPremierIsAtRiskFromTheDayTheyLeftTheWindow() {
        Told told = Told.premier();

        try (var _ = TimeTravel.by(Period.ofDays(370))) {
            JsonNode risk = told.awaitStanding("AT_RISK").data().path("standing");

            assertThat(risk.path("since").asText()).isEqualTo(YEAR_LATER.toString());
            assertThat(risk.path("cureEndsOn").asText())
                    .isEqualTo(YEAR_LATER.plusDays(90).toString());
            assertThat((String) told.get("scorecard").path("requirements.find { it.code == 'LICENSE_SALES' }.missing"))
                    .isEqualTo("15 more licenses by " + YEAR_LATER.plusDays(90));
        }
    }

    @Test
    void whoSleepsThroughTheCurePeriodLapsesOnTheDayItEnded() {
        Told told = Told.premier();

        try (var _ = TimeTravel.by(Period.ofYears(2))) {
            JsonNode lapse = told.awaitTier(null).data();

            assertThat(lapse.path("movement").asText()).isEqualTo("LAPSE");
            assertThat(lapse.path("previousTier").asText()).isEqualTo("PREMIER");
            assertThat(lapse.path("outcome").asText()).isEqualTo("NOT_QUALIFIED");
            assertThat(lapse.path("effectiveOn").asText())
                    .isEqualTo(YEAR_LATER.plusDays(90).toString());
        }
    }
}
