package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static com.vsoxp.alliance.local.client.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Two records of one company become one, and are parted again, in four processes that hear of it in any order. */
class MergedPartnersIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));

    @Test
    void twoRecordsWhoseSalesTogetherReachPremierBecomeAPremierForGood() {
        Company survivor = RunningAlliance.company().appliesFor("PREMIER").bringsAllPremierEvidence();
        Company absorbed = RunningAlliance.company().appliesFor("RESELLER");
        survivor.sells(8);
        absorbed.givesBack(absorbed.sells(9), 2);
        SOON.until(() -> survivor.isEverywhere("RESELLER", 25) && absorbed.isEverywhere("RESELLER", 25));
        SOON.until(() -> survivor.isCreditedWith(8) && absorbed.isCreditedWith(7));
        String slug = absorbed.listing().path("slug").asText();

        String merge = merge(survivor, absorbed).orThrow().id();

        SOON.until(() -> survivor.isEverywhere("PREMIER", 33) && survivor.isCreditedWith(15));
        SOON.until(() -> absorbed.listing().isMissingNode() && absorbed.isCreditedWith(0));
        assertThat(absorbed.benefit("LICENSE_DISCOUNT").isMissingNode()
                        || absorbed.benefit("LICENSE_DISCOUNT").path("percent").isMissingNode())
                .isTrue();
        assertThat(absorbed.tier()).isEqualTo("PREMIER");
        assertThat(RunningAlliance.stranger()
                        .get(DIRECTORY, "/v1/listings/" + slug)
                        .status())
                .isIn(200, 301);
        assertThat(undo(survivor, merge).status()).isEqualTo(409);
    }

    @Test
    void anUndoneMergeLeavesAllFourServicesAsTheyWere() {
        Company survivor = RunningAlliance.company().appliesFor("PREMIER").bringsAllPremierEvidence();
        Company absorbed = RunningAlliance.company().appliesFor("RESELLER");
        survivor.sells(6);
        absorbed.givesBack(absorbed.sells(9), 2);
        SOON.until(() -> survivor.isEverywhere("RESELLER", 25) && absorbed.isEverywhere("RESELLER", 25));
        SOON.until(() -> survivor.isCreditedWith(6) && absorbed.isCreditedWith(7));
        String enrollment = absorbed.enrollment().path("id").asText();

        String merge = merge(survivor, absorbed).orThrow().id();
        SOON.until(() -> survivor.isCreditedWith(13) && absorbed.listing().isMissingNode());
        undo(survivor, merge).orThrow();

        SOON.until(() -> survivor.isCreditedWith(6) && absorbed.isCreditedWith(7));
        SOON.until(() -> survivor.isEverywhere("RESELLER", 25) && absorbed.isEverywhere("RESELLER", 25));
        assertThat(absorbed.enrollment().path("id").asText()).isEqualTo(enrollment);

        absorbed.bringsAllPremierEvidence();
        absorbed.sells(8);
        SOON.until(() -> absorbed.isEverywhere("PREMIER", 33) && absorbed.isCreditedWith(15));
        assertThat(survivor.isCreditedWith(6)).isTrue();
    }

    private static Answer merge(Company survivor, Company absorbed) {
        return RunningAlliance.crm()
                .post(
                        PARTNER,
                        survivor.path("/merges"),
                        object("absorbedId", absorbed.id(), "reason", "The same company, entered twice"));
    }

    private static Answer undo(Company survivor, String merge) {
        return RunningAlliance.crm()
                .post(PARTNER, survivor.path("/merges/" + merge + "/undo"), object("reason", "Two after all"));
    }
}
