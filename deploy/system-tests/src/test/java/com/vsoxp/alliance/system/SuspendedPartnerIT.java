package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/** What a suspension stops, and how soon, through four processes. */
class SuspendedPartnerIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));

    /** From the answer to the suspension to what it stops, on a system with nothing else to do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** Services that have just started have not been compiled yet. */
    private static final int ROUNDS_TO_WARM_UP = 3;

    private final AllianceClient crm = RunningAlliance.crm();
    private final AllianceClient everybody = RunningAlliance.stranger();

    @Test
    void newKeysAndTheBadgeStopWithinASecondAndComeBack() {
        Company company = RunningAlliance.company().appliesFor("PREMIER").bringsAllPremierEvidence();
        company.sells(15);
        SOON.until(() -> company.isEverywhere("PREMIER", 33));
        String token = SOON.until(() -> crm.get(BENEFITS, company.path("/logo-grant")), grant -> "VALID"
                        .equals(grant.body().path("status").asText()))
                .body()
                .path("token")
                .asText();
        String held = license(company).orThrow().body().path("key").asText();
        for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
            company.isMoved("suspension");
            SOON.until(() -> keysAreRefused(company) && badge(token).contains("Suspended"));
            company.isMoved("reinstatement");
            SOON.until(() -> !keysAreRefused(company) && badge(token).contains("Premier Partner"));
        }

        company.isMoved("suspension");

        long suspended = System.nanoTime();
        Duration keys = until(suspended, () -> keysAreRefused(company));
        Duration badge = until(suspended, () -> badge(token).contains("Suspended"));
        System.out.printf(
                "From a suspension's 200: no new key after %d ms, the badge says so after %d ms%n",
                keys.toMillis(), badge.toMillis());
        assertThat(keys).isLessThan(AT_ONCE);
        assertThat(badge).isLessThan(AT_ONCE);
        assertThat(everybody
                        .get(BENEFITS, "/v1/logo-grants/" + token)
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("SUSPENDED");
        assertThat(verdictOn(held)).as("a key that was issued stays good").isEqualTo("VALID");

        company.isMoved("reinstatement");
        SOON.until(() -> !keysAreRefused(company));
        SOON.until(() -> badge(token).contains("Premier Partner"));
    }

    private Duration until(long since, BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(condition::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** One more key is asked for; that the partner holds enough already is another refusal. */
    private boolean keysAreRefused(Company company) {
        return "NOT_ENTITLED".equals(license(company).body().path("code").asText());
    }

    private Answer license(Company company) {
        return crm.post(BENEFITS, company.path("/evaluation-licenses"), Map.of("product", "VSO-XP Help Desk"));
    }

    private String badge(String token) {
        return everybody
                .get(BENEFITS, "/v1/logo-grants/" + token + "/badge.svg")
                .text();
    }

    private String verdictOn(String key) {
        return everybody
                .post(BENEFITS, "/v1/evaluation-licenses/verification", Map.of("key", key))
                .body()
                .path("status")
                .asText();
    }
}
