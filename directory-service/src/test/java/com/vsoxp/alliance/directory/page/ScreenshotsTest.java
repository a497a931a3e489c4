package com.vsoxp.alliance.directory.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import com.vsoxp.alliance.platform.testing.browser.Chromium;
import com.vsoxp.alliance.platform.testing.browser.Look;
import com.vsoxp.alliance.platform.testing.browser.Tab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the pictures in docs/screenshots anew: {@code ./mvnw -pl directory-service -am test -Dtest=ScreenshotsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dscreenshots=true}.
 */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
@TestProfile(ScreenshotsTest.OfTheCastAlone.class)
@EnabledIfSystemProperty(named = "screenshots", matches = "true")
class ScreenshotsTest {

    /** What other tests left would be in the picture: a profile of its own brings an empty database and empty topics. */
    public static final class OfTheCastAlone implements QuarkusTestProfile {}

    private static final Look DESK = new Look(1120, 860, false, true);
    private static final int LARGEST = 250 << 10;

    @TestHTTPResource
    URI site;

    @Test
    void picturesShowTheDirectoryAsItIs() throws IOException {
        Cast.list();
        var folder = Files.createDirectories(RepositoryRoot.path().resolve("docs/screenshots"));
        try (var browser = Chromium.start()) {
            picture(browser, "/", DESK, folder.resolve("list.png"));
            picture(browser, "/#told", DESK, folder.resolve("stories.png"));
            picture(browser, "/?service=SUPPORT&near=53.5511,9.9937", DESK.atNight(), folder.resolve("list-dark.png"));
            picture(browser, "/partners/nordlicht-systemhaus", DESK, folder.resolve("partner.png"));
            picture(browser, "/?q=suport%20retail", Look.PHONE, folder.resolve("phone.png"));
            try (var host = HostSite.of(site)) {
                picture(browser, host.url(), DESK, folder.resolve("embedded.png"));
            }
        }
    }

    private void picture(Chromium browser, String url, Look look, Path file) throws IOException {
        try (Tab tab = browser.open(look)) {
            tab.visit(site.resolve(url).toString());
            tab.page()
                    .locator(url.contains("example.html") ? "vso-partner-directory h3 >> nth=0" : "h1")
                    .waitFor();
            tab.picture(file, false);
        }
        assertThat(Files.size(file)).as("%s", file).isLessThan(LARGEST);
    }
}
