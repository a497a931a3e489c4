package com.vsoxp.alliance.directory.page;

import com.vsoxp.alliance.platform.testing.browser.Chromium;
import com.vsoxp.alliance.platform.testing.browser.Look;
import com.vsoxp.alliance.platform.testing.browser.Tab;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A directory with partners in it, and a browser to look at it. */
abstract class InBrowser {

    static Chromium browser;

    @TestHTTPResource
    URI site;

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
    void list() {
        Cast.list();
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DARK, Look.PHONE, Look.PHONE.atNight());
    }

    final Tab visit(String path, Look look) {
        var tab = browser.open(look);
        tab.visit(site.resolve(path).toString());
        return tab;
    }
}
