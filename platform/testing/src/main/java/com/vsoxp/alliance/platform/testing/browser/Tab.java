package com.vsoxp.alliance.platform.testing.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A window with one page in it. */
public final class Tab implements AutoCloseable {

    /** WCAG 2.2, levels A and AA, with what it took over from the versions before. */
    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']";

    private static final String AXE = """
            async () => {
                const found = await axe.run(document, {runOnly: {type: 'tag', values: %s}, resultTypes: ['violations']});
                return found.violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ' at ' + node.target.flat().join(' ') + ': ' + node.failureSummary.replaceAll('\\n', ' ')));
            }""".formatted(RULES);

    private static final String WIDER = """
            () => [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                .map(element => element.outerHTML.slice(0, 120))""";

    private final BrowserContext reader;
    private final Page page;
    private final String axe;
    private final List<String> complaints = new ArrayList<>();

    Tab(BrowserContext reader, String axe) {
        this.reader = reader;
        this.page = reader.newPage();
        this.axe = axe;
        page.onConsoleMessage(message -> {
            if (!message.type().equals("log")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequestFailed(request -> complaints.add("not loaded: " + request.url() + " " + request.failure()));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** The page, to click, type and look around in. */
    public Page page() {
        return page;
    }

    /** Goes to an address. */
    public Response visit(String url) {
        return page.navigate(url);
    }

    /**
     * What the browser complained of so far: refusals of the content security policy, failed loads, errors of scripts, and
     * dialogs that popped up.
     */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What breaks WCAG 2.2 AA on this page as it is now, as far as axe-core can tell. */
    @SuppressWarnings("unchecked")
    public List<String> barriers() {
        page.evaluate(axe + "; null");
        return (List<String>) page.evaluate(AXE);
    }

    /** What sticks out of the window to the right, so that a reader would have to scroll sideways. */
    @SuppressWarnings("unchecked")
    public List<String> stickingOut() {
        boolean scrolls = (boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return scrolls ? (List<String>) page.evaluate(WIDER) : List.of();
    }

    /** Presses the tab key, and tells what has the focus then: its role or tag, and what it is called. */
    public String tabOn() {
        page.keyboard().press("Tab");
        return (String) page.evaluate("""
                () => {
                    const element = document.activeElement;
                    const label = element.labels?.[0]?.textContent ?? element.ariaLabel ?? element.textContent;
                    return element.tagName.toLowerCase() + ' ' + label.trim().replace(/\\s+/g, ' ');
                }""");
    }

    /** Whether what has the focus is marked by an outline, and lies on top of all else. */
    public boolean focusIsSeen() {
        return (boolean) page.evaluate("""
                () => {
                    const element = document.activeElement;
                    const box = element.getBoundingClientRect();
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return getComputedStyle(element).outlineStyle !== 'none' && element.contains(top);
                }""");
    }

    /** Keeps a picture of the page as a PNG. */
    public void picture(Path file, boolean wholePage) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(wholePage));
    }

    @Override
    public void close() {
        reader.close();
    }
}
