package com.vsoxp.alliance.directory.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.browser.Look;
import com.vsoxp.alliance.platform.testing.browser.Tab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages as people see them, in a real browser. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PagesInBrowserTest extends InBrowser {

    private static final String PARTNER = "/partners/nordlicht-systemhaus";
    private static final List<String> EVERY_STATE = List.of(
            "/",
            "/?q=help%20desk&tier=PREMIER&service=SUPPORT&near=53.55,9.99&radiusKm=500",
            "/?q=qqqqxxxxzzzz",
            "/?near=somewhere",
            PARTNER,
            "/partners/nobody-ever");

    @ParameterizedTest
    @MethodSource("looks")
    void nothingOnAnyPageBreaksWcag22(Look look) {
        var all = new SoftAssertions();
        for (var path : EVERY_STATE) {
            try (Tab tab = visit(path, look)) {
                all.assertThat(tab.barriers()).as(path).isEmpty();
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everyPageFitsTheWindowAndBreaksNoPolicy(Look look) {
        var all = new SoftAssertions();
        for (var path : EVERY_STATE) {
            try (Tab tab = visit(path, look)) {
                all.assertThat(tab.stickingOut()).as(path).isEmpty();
                all.assertThat(tab.complaints())
                        .as(path)
                        .allMatch(complaint -> complaint.contains("the server responded with a status of 4"));
            }
        }
        all.assertAll();
    }

    @Test
    void readersWhoEnlargeTextFourfoldScrollInOneDirectionOnly() {
        try (Tab tab = visit("/", new Look(320, 256, false, true))) {
            assertThat(tab.stickingOut()).isEmpty();
            assertThat(tab.barriers()).isEmpty();
        }
    }

    @Test
    void theKeyboardReachesEverythingInTheOrderOfReading() {
        try (Tab tab = visit("/", Look.DESK)) {
            assertThat(tab.tabOn()).isEqualTo("a Skip to content");
            assertThat(tab.tabOn()).isEqualTo("a Skip to the partners");
            assertThat(tab.tabOn()).isEqualTo("a VSO-XP Alliance Partner directory");
            assertThat(tab.tabOn()).isEqualTo("input Name, service, industry or place");
            assertThat(tab.tabOn()).isEqualTo("button Search");
            assertThat(tab.tabOn()).startsWith("input Latitude, longitude");
            assertThat(tab.tabOn()).isEqualTo("select Distance");
            assertThat(tab.tabOn()).startsWith("input Premier Partner");
            assertThat(tab.focusIsSeen()).isTrue();
        }
    }

    @Test
    void whoSkipsToThePartnersIsAtTheirOrderNext() {
        try (Tab tab = visit("/", Look.DESK)) {
            tab.tabOn();
            tab.tabOn();
            tab.page().keyboard().press("Enter");
            assertThat(tab.tabOn()).isEqualTo("select Order");
        }
    }

    @Test
    void withoutScriptASearchIsTypedNarrowedAndTakenBack() {
        try (Tab tab = visit("/", Look.WITHOUT_SCRIPT)) {
            var page = tab.page();
            page.getByLabel("Name, service, industry or place").fill("nordlicht systemhuas");
            page.keyboard().press("Enter");
            page.waitForURL("**/?q=*");
            assertThat(names(page)).startsWith("Nordlicht Systemhaus");

            page.getByLabel("Premier Partner").check();
            click(page, AriaRole.BUTTON, "Show partners");
            page.waitForURL("**/?q=nordlicht*tier=PREMIER*");
            assertThat(page.getByLabel("Premier Partner").isChecked()).isTrue();
            assertThat(names(page)).contains("Nordlicht Systemhaus");

            click(page, AriaRole.LINK, "Clear all");
            page.waitForURL(site.resolve("/").toString());
            click(page, AriaRole.LINK, "Next page");
            page.waitForURL("**/?cursor=*");
            assertThat(names(page)).isNotEmpty().doesNotContain("Alpenblick Informatik");
        }
    }

    @Test
    void onAPhoneTheFiltersOpenOnDemand() {
        try (Tab tab = visit("/", Look.PHONE)) {
            assertThat(tab.page().getByLabel("Premier Partner").isVisible()).isFalse();
            tab.page()
                    .getByText("Filters", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(tab.page().getByLabel("Premier Partner").isVisible()).isTrue();
        }
    }

    @Test
    void theNearestComeFirstWithTheirDistance() {
        try (Tab tab = visit("/?near=53.5511,9.9937", Look.DESK)) {
            assertThat(tab.page().locator(".card").first().textContent())
                    .contains("Nordlicht Systemhaus")
                    .contains("0.0 km away");
        }
    }

    @Test
    void whatPartnersWriteIsReadAndDoesNothing() {
        var name = "<script>alert(1)</script> \" ' & \u202Egnp.exe <img src=x onerror=alert(2)>";
        var mark = Said.word();
        Said.listed(name, "RESELLER", profile -> {
            profile.put("description", "</p><script>alert(3)</script>\u202E" + name + " " + mark);
            profile.put("website", "javascript:alert(4)");
            profile.putArray("verticals").add(mark);
        });

        try (Tab tab = visit("/?vertical=" + mark, Look.DESK)) {
            assertThat(names(tab.page())).containsExactly(name);
            tab.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("<script>"))
                    .click();
            assertThat(tab.page().locator("h1").textContent()).isEqualTo(name);
            assertThat(tab.page().locator(".prose").textContent()).contains("<script>alert(3)</script>");
            assertThat(tab.page().title()).doesNotContain("\u202E");
            assertThat(tab.page().locator("a[href^='javascript']").count()).isZero();
            assertThat(tab.complaints()).isEmpty();
        }
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static List<String> names(Page page) {
        return page.locator(".card h3").allTextContents();
    }
}
