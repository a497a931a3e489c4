package com.vsoxp.alliance.eligibility.document.diff;

import com.vsoxp.alliance.eligibility.document.Html;
import java.util.List;
import java.util.stream.Collectors;

/** What a version changes, as a page of HTML. */
public final class DiffPage {

    private DiffPage() {}

    /** A whole page; every text of the documents is escaped. */
    public static String of(ProgramDiff diff) {
        String parts = part("The program", diff.program())
                + part("Tiers", diff.tiers())
                + part("Requirements", diff.requirements())
                + part("Benefits", diff.benefits())
                + part("Policies", diff.policies());
        return Html.page(
                "What version " + diff.to() + " changes of version " + diff.from(),
                parts.isEmpty() ? "<p>Nothing.</p>" : parts);
    }

    private static String part(String title, List<Change> changes) {
        return changes.isEmpty()
                ? ""
                : changes.stream()
                        .map(change -> "<li>" + Html.escape(change.words()) + "</li>")
                        .collect(Collectors.joining("\n", "<h2>" + title + "</h2>\n<ul>\n", "\n</ul>\n"));
    }
}
