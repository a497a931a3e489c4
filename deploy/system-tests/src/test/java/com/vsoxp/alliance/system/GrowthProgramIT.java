package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static com.vsoxp.alliance.local.client.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The example program of four tiers, through four processes that no one has told of it but its publication. */
class GrowthProgramIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));

    private final LocalAlliance alliance = RunningAlliance.another();
    private final AllianceClient crm = client(Role.CRM);
    private final AllianceClient manager = client(Role.PROGRAM_MANAGER);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @AfterEach
    void stop() {
        alliance.close();
    }

    @Test
    void aProgramOfFourTiersIsEnrolledInFromItsDayOnAndPartnersMoveOverAtTheirNextTerm() throws IOException {
        Company reseller = new Company(crm, manager, today).appliesFor("RESELLER");
        SOON.until(() -> reseller.isEverywhere("RESELLER", 25));
        LocalDate first = today.plusDays(1);
        publish("3.0", first);
        Company early = new Company(crm, manager, today);
        assertThat(crm.post(PARTNER, early.path("/enrollment"), object("tier", "GOLD"))
                        .status())
                .isEqualTo(422);

        alliance.clock().travel(Period.ofDays(1));
        SOON.until(() -> tiers(PARTNER).equals(List.of("REGISTERED", "SILVER", "GOLD", "PLATINUM"))
                && tiers(DIRECTORY).equals(List.of("PLATINUM", "GOLD", "SILVER", "REGISTERED")));
        Company gold = new Company(crm, manager, first).appliesFor("PLATINUM").bringsAllPremierEvidence();
        gold.employsAConsultant();
        gold.sells(60);

        SOON.until(() -> gold.isEverywhere("GOLD", 33));
        assertThat(gold.enrollment().path("programVersion").asText()).isEqualTo("3.0");
        assertThat(reseller.isEverywhere("RESELLER", 25)).isTrue();
        assertThat(inOrderOfTiers("tierName")).containsExactly("Gold Partner", "Reseller Partner");

        alliance.clock().travel(Period.ofYears(1));
        SOON.until(() -> reseller.isEverywhere("SILVER", 22));
        assertThat(reseller.enrollment().path("programVersion").asText()).isEqualTo("3.0");
        assertThat(inOrderOfTiers("tierName")).containsExactly("Gold Partner", "Silver Partner");
    }

    private void publish(String version, LocalDate effectiveFrom) throws IOException {
        String document = Files.readString(RunningAlliance.root().resolve("docs/program/growth.yaml"));
        manager.send(ELIGIBILITY, "PUT", "/v1/programs/" + version, "application/yaml", document)
                .orThrow();
        String rehearsal = manager.post(ELIGIBILITY, "/v1/programs/" + version + "/rehearsals", object())
                .orThrow()
                .id();
        SOON.until(() -> manager.get(ELIGIBILITY, "/v1/rehearsals/" + rehearsal)
                .body()
                .path("status")
                .asText()
                .equals("COMPLETED"));
        manager.post(
                        ELIGIBILITY,
                        "/v1/programs/" + version + "/publication",
                        object("effectiveFrom", effectiveFrom.toString(), "rehearsalId", rehearsal))
                .orThrow();
    }

    private List<String> tiers(AllianceService service) {
        return crm.get(service, "/v1/tiers").orThrow().body().path("items").findValuesAsText("code");
    }

    private List<String> inOrderOfTiers(String field) {
        JsonNode page = crm.get(DIRECTORY, "/v1/listings?sort=tier").orThrow().body();
        return page.path("items").findValuesAsText(field);
    }

    private AllianceClient client(Role role) {
        return new AllianceClient(alliance::url, alliance.tokens().token(role), Duration.ZERO);
    }
}
