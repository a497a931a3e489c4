package com.vsoxp.alliance.eligibility.intake;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From the partner service's events to the events that answer them, over a real broker and database. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class FactsMoveTiersTest {

    @Test
    void anApplicantForPremierIsAdmittedAsResellerAtOnce() {
        Told told = Told.applicant("PREMIER");

        JsonNode tier = told.awaitTier("RESELLER").data();
        JsonNode standing = told.awaitStanding("GOOD").data();

        assertThat(tier.path("movement").asText()).isEqualTo("ADMISSION");
        assertThat(tier.path("outcome").asText()).isEqualTo("PROVISIONAL");
        assertThat(tier.path("previousTier").isNull()).isTrue();
        assertThat(tier.path("enrollmentId").asText()).isEqualTo(told.enrollment.toString());
        assertThat(tier.path("effectiveOn").asText()).isEqualTo(TODAY.toString());
        assertThat(tier.path("requiresApproval").asBoolean()).isFalse();
        assertThat(standing.at("/standing/tier").asText()).isEqualTo("RESELLER");
        assertThat(standing.path("decisionId")).isEqualTo(tier.path("decisionId"));
    }

    @Test
    void fourteenLicensesDoNotMakeAPremierAndTheFifteenthDoes() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        told.sold(14, TODAY);
        told.awaitLicenses(14);
        assertThat(told.findings())
                .extracting(event -> event.data().path("tier").asText())
                .doesNotContain("PREMIER");

        told.sold(1, TODAY);

        JsonNode promotion = told.awaitTier("PREMIER").data();
        assertThat(promotion.path("movement").asText()).isEqualTo("PROMOTION");
        assertThat(promotion.path("previousTier").asText()).isEqualTo("RESELLER");
        assertThat(promotion.path("outcome").asText()).isEqualTo("QUALIFIED");
    }

    @Test
    void aReversalPutsThePremierAtRiskAndANewSaleCuresIt() {
        Told told = Told.premier();

        told.reversed(1, TODAY);

        JsonNode risk = told.awaitStanding("AT_RISK").data().path("standing");
        assertThat(risk.path("tier").asText()).isEqualTo("PREMIER");
        assertThat(risk.path("since").asText()).isEqualTo(TODAY.toString());
        assertThat(risk.path("cureEndsOn").asText())
                .isEqualTo(TODAY.plusDays(90).toString());
        assertThat(risk.path("nextTransitionOn").asText())
                .isEqualTo(TODAY.plusDays(90).toString());
        assertThat(risk.path("unmet")).hasSize(1);
        assertThat(risk.path("unmet").path(0).asText()).isEqualTo("LICENSE_SALES");

        told.sold(1, TODAY);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            List<PublishedEvent> findings = told.findings();
            return findings.getLast().data().at("/standing/status").asText().equals("GOOD");
        });
    }

    @Test
    void aSaleThatMovesCountsForItsNewPartnerAloneAndAgainForTheOldOneWhenItComesBack() {
        Told survivor = Told.applicant("PREMIER").premierButForSales();
        Told absorbed = Told.applicant("RESELLER");
        JsonNode sale = absorbed.sold(18, TODAY, Ids.next());
        UUID reversal = Ids.next();
        absorbed.reversed(3, TODAY, reversal).awaitLicenses(15);

        // The two streams are not ordered with each other, and a reversal may be heard before its sale.
        survivor.reversed(3, TODAY, reversal).soldAgain(sale);
        absorbed.moved(sale, reversal);

        survivor.awaitTier("PREMIER");
        survivor.awaitLicenses(15);
        absorbed.awaitLicenses(0);

        absorbed.reversed(3, TODAY, reversal).soldAgain(sale).awaitLicenses(15);
        survivor.moved(sale, reversal).awaitLicenses(0).awaitStanding("AT_RISK");
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        UUID id = Ids.next();
        JsonNode sale = told.sold(14, TODAY, id);
        told.awaitLicenses(14);

        Topics.publish("alliance.sales", "alliance.sale.recorded", told.partner.toString(), sale, id);
        // The same sale under another event id must not count twice either.
        Topics.publish("alliance.sales", "alliance.sale.recorded", told.partner.toString(), sale);
        told.sold(0, TODAY.minusDays(1));
        told.sold(1, TODAY);

        told.awaitLicenses(15);
        told.awaitTier("PREMIER");
        assertThat(told.findings())
                .filteredOn(event -> event.type().equals("alliance.tier.qualified"))
                .hasSize(2);
    }

    @Test
    void salesHeardBeforeThePartnerCountOnceItApplies() {
        Told told = new Told();
        told.sold(15, TODAY.minusMonths(2));
        told.premierButForSales();

        told.registered().applied("RESELLER");

        JsonNode admission = told.awaitTier("PREMIER").data();
        assertThat(admission.path("movement").asText()).isEqualTo("ADMISSION");
    }

    @Test
    void evidenceThatIsWithdrawnCountsNoLonger() {
        Told told = Told.premier();
        UUID use = Ids.next();
        told.evidence("INTERNAL_USE", use, TODAY.minusDays(3));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> verdict(told, "INTERNAL_USE").equals("MET"));

        told.withdrawn("INTERNAL_USE", use);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> verdict(told, "INTERNAL_USE").equals("UNMET"));
        assertThat((String) told.get("standing").path("status")).isEqualTo("GOOD");
    }

    @Test
    void aRetractedStoryCountsNoLonger() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        UUID fourth = Ids.next();
        UUID third = Ids.next();
        told.sold(15, TODAY);
        told.awaitTier("PREMIER");

        told.story(fourth).story(third).retracted(fourth).retracted(third);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> verdict(told, "SUCCESS_STORIES").equals("MET"));

        assertThat((int) told.get("scorecard").path("requirements.find { it.code == 'SUCCESS_STORIES' }.actual"))
                .isEqualTo(3);
    }

    @Test
    void aNewApplicationAfterTheEndStartsAnew() {
        Told told = Told.premier();
        told.terminated();
        await().atMost(Duration.ofSeconds(20)).until(() -> told.get("standing").statusCode() == 404);

        told.enrollment = Ids.next();
        told.applied("PREMIER");

        await().atMost(Duration.ofSeconds(20)).until(() -> told.findings().stream()
                .anyMatch(event -> event.data().path("enrollmentId").asText().equals(told.enrollment.toString())));
        PublishedEvent admission = told.findings().stream()
                .filter(event -> event.data().path("enrollmentId").asText().equals(told.enrollment.toString()))
                .findFirst()
                .orElseThrow();
        // The fee was paid in the enrollment that ended, and is due again.
        assertThat(admission.data().path("movement").asText()).isEqualTo("ADMISSION");
        assertThat(admission.data().path("tier").asText()).isEqualTo("RESELLER");
    }

    @Test
    void anEventWithoutItsDayIsSetAsideAndTheNextOnesAreTaken() {
        Told told = Told.applicant("RESELLER");
        ObjectNode broken = (ObjectNode) told.sold(1, TODAY, Ids.next());
        ((ObjectNode) broken.get("sale")).putNull("soldOn").put("id", Ids.next().toString());
        UUID id = Topics.publish("alliance.sales", "alliance.sale.recorded", told.partner.toString(), broken);

        told.sold(2, TODAY);

        told.awaitLicenses(3);
        assertThat(Topics.eventsOn("alliance.sales.dlq", told.partner.toString()))
                .extracting(event -> event.headers().get("ce_id"))
                .containsExactly(id.toString());
    }

    private static String verdict(Told told, String code) {
        return told.get("scorecard?tier=PREMIER").path("requirements.find { it.code == '" + code + "' }.verdict");
    }
}
