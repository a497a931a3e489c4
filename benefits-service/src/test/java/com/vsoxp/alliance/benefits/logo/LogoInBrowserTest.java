package com.vsoxp.alliance.benefits.logo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.browser.Chromium;
import com.vsoxp.alliance.platform.testing.browser.Look;
import com.vsoxp.alliance.platform.testing.browser.Tab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that a badge leads to, and the badge on somebody else's page, in a real browser. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LogoInBrowserTest {

    /** A name that would do harm, were it taken for markup. */
    private static final String NAME = "<img src=x onerror=alert(1)> \"Öl & Gas\" </title><script>alert(2)</script>";

    private static Chromium browser;

    @TestHTTPResource
    URI site;

    private final Map<String, String> pages = new TreeMap<>();

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void oneOfEachStatus() {
        Said.program();
        var valid = Partners.premier();
        var suspended = Partners.premier();
        var revoked = Partners.reseller();
        Said.named(valid, 4, NAME);
        Partners.suspend(suspended, 4, "PREMIER");
        Partners.terminate(
                revoked, 4, java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString());
        pages.put("VALID", page(valid, "VALID"));
        pages.put("SUSPENDED", page(suspended, "SUSPENDED"));
        pages.put("REVOKED", page(revoked, "REVOKED"));
    }

    @Test
    void noPageBreaksWcag22OrItsOwnPolicyOrTheWindow() {
        var all = new SoftAssertions();
        for (var look : new Look[] {Look.DESK, Look.DARK, Look.PHONE, new Look(320, 256, false, true)}) {
            pages.forEach((status, path) -> {
                try (Tab tab = browser.open(look)) {
                    var answer = tab.visit(site.resolve(path).toString());
                    all.assertThat(answer.headers().get("content-type")).startsWith("text/html");
                    all.assertThat(tab.page().locator("strong").textContent()).isNotBlank();
                    all.assertThat(tab.barriers()).as(status + " " + look).isEmpty();
                    all.assertThat(tab.stickingOut()).as(status + " " + look).isEmpty();
                    all.assertThat(tab.complaints()).as(status + " " + look).isEmpty();
                    all.assertThat(isShown(tab)).as("the badge of " + status).isTrue();
                }
            });
        }
        all.assertAll();
    }

    @Test
    void aNameIsTextAndNothingElse() {
        try (Tab tab = browser.open(Look.DESK)) {
            tab.visit(site.resolve(pages.get("VALID")).toString());

            assertThat(tab.page().locator("bdi").textContent()).isEqualTo(NAME);
            assertThat(tab.page().title()).isEqualTo("VALID: " + NAME);
            assertThat(tab.page().locator("script").count()).isZero();

            tab.visit(site.resolve(pages.get("VALID") + "/badge.svg").toString());
            assertThat(tab.page().locator("script, img").count()).isZero();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aTokenThatNobodyHasIsTextOnAPageForPeople() {
        var token = "<script>alert(3)</script>" + "x".repeat(80);
        for (var look : new Look[] {Look.DESK, Look.DARK, new Look(320, 256, false, true)}) {
            try (Tab tab = browser.open(look)) {
                var answer =
                        tab.visit(site.resolve("/v1/logo-grants/" + URLEncoder.encode(token, StandardCharsets.UTF_8))
                                .toString());

                assertThat(answer.status()).isEqualTo(404);
                assertThat(tab.page().title()).isEqualTo("UNKNOWN");
                assertThat(token)
                        .startsWith(tab.page().locator("bdi").textContent().replace("…", ""));
                assertThat(tab.page().locator("script").count()).isZero();
                assertThat(tab.barriers()).as("%s", look).isEmpty();
                assertThat(tab.stickingOut()).as("%s", look).isEmpty();
            }
        }
    }

    @Test
    void theBadgeIsSeenOnSomebodyElsesPage() {
        try (Tab tab = browser.open(Look.DESK)) {
            tab.page()
                    .setContent(
                            "<!DOCTYPE html><html lang=en><title>Partner</title><main><h1>Partner</h1><a href=\"%1$s\"><img src=\"%1$s/badge.svg\" alt=\"VSO-XP Alliance partner\"></a></main></html>"
                                    .formatted(site.resolve(pages.get("VALID"))));
            tab.page().waitForFunction("() => document.images[0].complete");

            assertThat(isShown(tab)).isTrue();
            assertThat(tab.barriers()).isEmpty();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void thePageStandsInNobodysFrame() {
        try (Tab tab = browser.open(Look.DESK)) {
            var page = site.resolve(pages.get("VALID"));
            tab.page().setContent("<!DOCTYPE html><iframe src=\"%s\"></iframe>".formatted(page));

            assertThat(tab.page().frames().getLast().locator("strong").count()).isZero();
        }
    }

    private static boolean isShown(Tab tab) {
        return (boolean) tab.page().evaluate("() => document.images[0].naturalWidth === 260");
    }

    private static String page(UUID partner, String status) {
        var found = new String[1];
        Said.eventually(() -> {
            String token = given().auth()
                    .oauth2(Tokens.crm())
                    .get("/v1/partners/{id}/logo-grant", partner)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(status))
                    .extract()
                    .path("token");
            given().get("/v1/logo-grants/{token}", token)
                    .then()
                    .body("partner", equalTo(status.equals("VALID") ? NAME : "Northwind Help Desk"));
            found[0] = "/v1/logo-grants/" + token;
        });
        return found[0];
    }
}
