package com.vsoxp.alliance.platform.testing.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;

/** A real headless browser. Belongs to one thread; close it. */
public final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final String axe;

    private Chromium(Playwright playwright, Browser browser, String axe) {
        this.playwright = playwright;
        this.browser = browser;
        this.axe = axe;
    }

    /** Starts one. On a machine that can have none the test is skipped, and says so; in CI that is a failure. */
    public static Chromium start() {
        var installation = ChromiumInstallation.get();
        if (installation.isEmpty()) {
            String none =
                    "There is no Node.js with npm here, or no Chromium for this kind of machine: no page was looked at";
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(none);
            }
            System.err.println("SKIPPED: " + none);
            assumeTrue(false, none);
        }
        return start(installation.orElseThrow());
    }

    private static Chromium start(ChromiumInstallation installation) {
        System.setProperty("playwright.cli.dir", installation.driver().toString());
        Playwright playwright = Playwright.create();
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(installation.executable())
                            .setHeadless(true)
                            .setArgs(QUIET)
                            .setEnv(installation.environment()));
            return new Chromium(playwright, browser, installation.axe());
        } catch (IOException | RuntimeException e) {
            playwright.close();
            throw new IllegalStateException("The browser does not start", e);
        }
    }

    /** A fresh window of a reader who was nowhere before. */
    public Tab open(Look look) {
        BrowserContext reader = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(look.script())
                .setLocale("en-US"));
        return new Tab(reader, axe);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
