package com.vsoxp.alliance.directory.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.browser.Look;
import com.vsoxp.alliance.platform.testing.browser.Tab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directory inside a page of another origin, in a real browser. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EmbedInBrowserTest extends InBrowser {

    @ParameterizedTest
    @MethodSource("looks")
    void theExampleWorksUnderTheHostsPolicyAndBreaksNoRuleOfAccess(Look look) throws IOException {
        try (var host = HostSite.of(site);
                Tab tab = open(host, look)) {
            assertThat(names(tab.page()).first().textContent()).isNotBlank();
            assertThat(tab.page().locator("vso-partner-directory .status").textContent())
                    .matches("6 of \\d+ partners");
            assertThat(tab.page().frameLocator("iframe").locator(".card").count())
                    .isEqualTo(6);
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.stickingOut()).isEmpty();
            assertThat(tab.barriers()).isEmpty();
        }
    }

    @Test
    void moreAreShownOnDemandAndTheFocusGoesToTheFirstOfThem() throws IOException {
        try (var host = HostSite.of(site);
                Tab tab = open(host, Look.DESK)) {
            tab.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show more partners"))
                    .click();
            names(tab.page()).nth(6).waitFor();
            assertThat(
                            (String)
                                    tab.page()
                                            .evaluate(
                                                    "document.querySelector('vso-partner-directory').shadowRoot.activeElement.textContent"))
                    .isEqualTo(names(tab.page()).nth(6).textContent());
        }
    }

    @Test
    void anAttributeThatChangesAsksAnew() throws IOException {
        try (var host = HostSite.of(site);
                Tab tab = open(host, Look.DESK)) {
            tab.page().evaluate("""
                    () => {
                        const directory = document.querySelector('vso-partner-directory');
                        directory.removeAttribute('tier');
                        directory.setAttribute('q', 'nordlicht');
                    }""");
            tab.page()
                    .locator("vso-partner-directory .status", hasText("1 of 1 partners"))
                    .waitFor();
            assertThat(names(tab.page()).textContent()).isEqualTo("Nordlicht Systemhaus");
        }
    }

    @Test
    void whatPartnersWriteIsTextThereToo() throws IOException {
        var mark = Said.word();
        var name = "<img src=x onerror=alert(1)> \" & \u202E";
        Said.listed(name, "PREMIER", profile -> {
            profile.put("description", "<script>alert(2)</script>");
            profile.putArray("verticals").add(mark);
        });
        try (var host = HostSite.of(site);
                Tab tab = open(host, Look.DESK)) {
            tab.page()
                    .evaluate(
                            "mark => document.querySelector('vso-partner-directory').setAttribute('vertical', mark)",
                            mark);
            tab.page()
                    .locator("vso-partner-directory .status", hasText("1 of 1 partners"))
                    .waitFor();
            assertThat(names(tab.page()).textContent()).isEqualTo(name);
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void whenTheDirectoryCannotBeReachedItSaysSoAndOffersToTryAgain() throws IOException {
        try (var host = HostSite.of(site);
                Tab tab = browser.open(Look.DESK)) {
            tab.page().route("**/v1/listings*", route -> route.abort());
            tab.visit(host.url());
            tab.page()
                    .locator("vso-partner-directory .status", hasText("cannot be reached"))
                    .waitFor();
            tab.page().unroute("**/v1/listings*");
            tab.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                    .click();
            names(tab.page()).first().waitFor();
        }
    }

    @Test
    void withoutScriptTheFrameAndTheLinkAreThere() throws IOException {
        try (var host = HostSite.of(site);
                Tab tab = browser.open(Look.WITHOUT_SCRIPT)) {
            tab.visit(host.url());
            assertThat(tab.page().getByText("See our partner directory").isVisible())
                    .isTrue();
            var frame = tab.page().frameLocator("iframe");
            frame.locator("#q").fill("nordlicht");
            frame.locator("#q").press("Enter");
            frame.locator("h2", new FrameLocator.LocatorOptions().setHasText("1 partner"))
                    .waitFor();
        }
    }

    @Test
    void aQuestionThatCannotBeAnsweredIsShownWithWhatIsWrongInTheFrame() {
        try (Tab tab = visit("/embed?near=somewhere", Look.PHONE)) {
            assertThat(tab.page().getByRole(AriaRole.ALERT).textContent()).contains("“Near a place”");
            assertThat(tab.barriers()).isEmpty();
            assertThat(tab.stickingOut()).isEmpty();
            tab.page().getByText("Show all partners").click();
            tab.page().locator(".card").first().waitFor();
        }
    }

    private static Tab open(HostSite host, Look look) {
        var tab = browser.open(look);
        tab.visit(host.url());
        names(tab.page()).first().waitFor();
        tab.page().locator("iframe").scrollIntoViewIfNeeded();
        tab.page().frameLocator("iframe").locator(".card").first().waitFor();
        return tab;
    }

    private static Page.LocatorOptions hasText(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator names(Page page) {
        return page.locator("vso-partner-directory h3");
    }
}
