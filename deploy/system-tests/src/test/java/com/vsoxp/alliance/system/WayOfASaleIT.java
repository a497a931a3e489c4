package com.vsoxp.alliance.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.local.client.Company;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** From a sale to the public directory, through four processes. */
class WayOfASaleIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));

    private final Wire wire = Wire.ofTheAlliance();

    @Test
    void fourteenLicensesDoNotMakeAPremierAndTheFifteenthDoes() {
        Company company = RunningAlliance.company().appliesFor("PREMIER").bringsAllPremierEvidence();
        SOON.until(() -> company.isEverywhere("RESELLER", 25));

        company.sells(14);
        SOON.until(() -> company.isCreditedWith(14));
        assertThat(company.requirement(company.scorecard("PREMIER"), "LICENSE_SALES")
                        .path("missing")
                        .asText())
                .contains("1 more license");
        assertThat(company.tier()).isEqualTo("RESELLER");

        company.sells(1);
        SOON.until(() -> company.isEverywhere("PREMIER", 33));
        assertThat(company.scorecard("PREMIER").path("outcome").asText()).isEqualTo("QUALIFIED");
        assertThat(company.benefit("EVALUATION_LICENSE").asText()).isEqualTo("INCLUDED");
    }

    @Test
    void aReversalPutsAPremierAtRiskAndTheNextSaleCuresIt() {
        Company company = RunningAlliance.company().appliesFor("PREMIER").bringsAllPremierEvidence();
        String sale = company.sells(15);
        SOON.until(() -> company.isEverywhere("PREMIER", 33));

        company.givesBack(sale, 1);

        SOON.until(() -> "AT_RISK".equals(standing(company)));
        assertThat(company.enrollment().path("standing").path("cureEndsOn").asText())
                .isEqualTo(today().plusDays(90).toString());
        assertThat(company.tier()).isEqualTo("PREMIER");

        company.sells(1);

        SOON.until(() -> "GOOD".equals(standing(company)));
    }

    @Test
    void aPremierThatDoesNotCureIsDemotedWhenTheCurePeriodEndsThoughNothingHappens() {
        var clock = RunningAlliance.get().clock();
        clock.travel(Period.ofDays(-100));
        try {
            LocalDate then = today().minusDays(100);
            Company company =
                    RunningAlliance.company(then).appliesFor("PREMIER").bringsAllPremierEvidence();
            String sale = company.sells(15);
            SOON.until(() -> company.isEverywhere("PREMIER", 33));
            company.givesBack(sale, 9);
            SOON.until(() -> "AT_RISK".equals(standing(company)));

            clock.comeHome();

            SOON.until(() -> company.isEverywhere("RESELLER", 25));
            assertThat(standing(company)).isEqualTo("GOOD");
        } finally {
            clock.comeHome();
        }
    }

    @Test
    void suspensionTakesAPartnerOutOfTheDirectoryAndReinstatementBringsBackWhatWasHeld() {
        Company company = RunningAlliance.company().appliesFor("RESELLER");
        SOON.until(() -> company.isEverywhere("RESELLER", 25));

        company.isMoved("suspension");
        SOON.until(() -> company.listing().isMissingNode()
                && company.benefit("LICENSE_DISCOUNT").path("percent").isMissingNode());

        company.isMoved("reinstatement");
        SOON.until(() -> company.isEverywhere("RESELLER", 25));
    }

    @Test
    void aDuplicateDeliveryChangesNothing() {
        Company company = RunningAlliance.company().appliesFor("RESELLER");
        company.sells(3);
        SOON.until(() -> company.isCreditedWith(3));

        wire.deliverAgain("alliance.sales", company.id());
        wire.deliverAgain("alliance.partners", company.id());
        company.sells(4);

        // One partner's events are taken in their order: when the new sale is seen, the repetitions have been too.
        SOON.until(() -> company.isCreditedWith(7));
        assertThat(wire.distinctEvents("alliance.benefits", company.id())).hasSize(1);
    }

    @Test
    void eventsDeliveredBeforeThePartnerItselfStillCount() {
        String partner = UUID.randomUUID().toString();
        wire.publish("alliance.sales", "alliance.sale.recorded", partner, Sample.saleRecorded(partner, 15, today()));
        wire.publish("alliance.partners", "alliance.enrollment.applied", partner, Sample.applied(partner, 2, today()));

        wire.publish("alliance.partners", "alliance.partner.registered", partner, Sample.registered(partner, 1));

        var crm = RunningAlliance.crm();
        SOON.until(() -> {
            var scorecard = crm.get(
                    com.vsoxp.alliance.local.AllianceService.ELIGIBILITY,
                    "/v1/partners/" + partner + "/scorecard?tier=PREMIER");
            return scorecard.status() == 200
                    && Company.byCode(scorecard.body().path("requirements"), "LICENSE_SALES")
                            .path("verdict")
                            .asText()
                            .equals("MET");
        });
        SOON.until(() -> !wire.distinctEvents("alliance.eligibility", partner).isEmpty());
        assertThat(wire.distinctEvents("alliance.eligibility", partner)
                        .getFirst()
                        .type())
                .isEqualTo("alliance.tier.qualified");
    }

    @Test
    void theTraceOfACallReachesTheLastEventThatFollowsFromIt() {
        Company company = RunningAlliance.company();
        String trace = UUID.randomUUID().toString().replace("-", "");

        int status = wire.applyTraced(company, "RESELLER", "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(status).isEqualTo(201);
        SOON.until(() -> !wire.distinctEvents("alliance.benefits", company.id()).isEmpty());
        for (String topic : List.of("alliance.eligibility", "alliance.benefits")) {
            assertThat(wire.distinctEvents(topic, company.id()).getFirst().header("traceparent"))
                    .startsWith("00-" + trace + "-");
        }
    }

    private static String standing(Company company) {
        return company.enrollment().path("standing").path("status").asText();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
