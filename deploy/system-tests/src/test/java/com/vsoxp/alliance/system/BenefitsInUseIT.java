package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static com.vsoxp.alliance.local.client.Json.object;
import static com.vsoxp.alliance.local.client.Json.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.client.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** Benefits at the moment of sale, through all processes. */
class BenefitsInUseIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(10));

    private final AllianceClient crm = RunningAlliance.crm();

    @Test
    void aSaleThatNamesAQuoteAndGivesMoreThanItIsReported() {
        Company company = reseller();
        String quote = quote(company).orThrow().id();

        String fair = sells(company, quote, "750.00");
        String generous = sells(company, null, "600.00");

        SOON.until(() -> findings(company).size() == 1);
        JsonNode finding = findings(company).path(0);
        assertThat(finding.path("saleId").asText()).isEqualTo(generous).isNotEqualTo(fair);
        assertThat(finding.path("beyond")).isEqualTo(money("150.00"));
        String again = sells(company, quote, "700.00");
        SOON.until(() -> findings(company).size() == 2);
        assertThat(findings(company).findValuesAsText("saleId")).contains(again);
        SOON.until(() -> usage(company).path("quantity").asInt() == 30);
        assertThat(usage(company).path("discount")).isEqualTo(money("950.00"));
        assertThat(usage(company).path("beyond")).isEqualTo(money("200.00"));
    }

    @Test
    void fromASuspensionToARefusedQuoteItIsNotASecond() {
        // The first suspension of a system that has just started also loads what it needs.
        refusedAfterSuspension();

        assertThat(refusedAfterSuspension()).isLessThan(Duration.ofSeconds(1));
    }

    /** How long after the 200 of a suspension the first quote is refused. */
    private Duration refusedAfterSuspension() {
        Company company = reseller();
        SOON.until(() -> quote(company).status() == 201);

        company.isMoved("suspension");
        long suspended = System.nanoTime();
        SOON.until(() -> quote(company).status() == 409);
        Duration passed = Duration.ofNanos(System.nanoTime() - suspended);

        assertThat(quote(company).body().path("code").asText()).isEqualTo("ENROLLMENT_SUSPENDED");
        return passed;
    }

    private static Company reseller() {
        Company company = RunningAlliance.company().appliesFor("RESELLER");
        SOON.until(() -> company.isEverywhere("RESELLER", 25));
        return company;
    }

    private Answer quote(Company company) {
        return crm.post(
                BENEFITS,
                "/v1/quotes",
                object(
                        "partnerId",
                        company.id(),
                        "lines",
                        List.of(object(
                                "kind", "LICENSE", "sku", "VSO-XP", "quantity", 10, "unitListPrice", usd("100.00")))));
    }

    private String sells(Company company, String quote, String net) {
        return crm.post(
                        PARTNER,
                        "/v1/sales",
                        object(
                                "partnerId",
                                company.id(),
                                "orderNumber",
                                "SO-" + UUID.randomUUID(),
                                "licenses",
                                10,
                                "product",
                                "VSO-XP",
                                "listTotal",
                                usd("1000.00"),
                                "netTotal",
                                usd(net),
                                "soldOn",
                                LocalDate.now(ZoneOffset.UTC).toString(),
                                "quoteId",
                                quote))
                .orThrow()
                .id();
    }

    private static JsonNode findings(Company company) {
        return RunningAlliance.programManager()
                .get(BENEFITS, "/v1/discount-findings?partnerId=" + company.id())
                .orThrow()
                .body()
                .path("items");
    }

    private JsonNode usage(Company company) {
        return crm.get(BENEFITS, company.path("/usage"))
                .orThrow()
                .body()
                .path("items")
                .path(0);
    }

    private static JsonNode money(String amount) {
        return Json.read(Json.write(usd(amount)));
    }
}
