package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program as a page of HTML: its two tables, as the printed document has them, and what was read into them. */
public final class ProgramPage {

    static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
            caption { font-weight: 600; padding: .5rem 0; text-align: left }
            th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top }
            """;

    private ProgramPage() {}

    /** A whole page; every text of the document is escaped. A draft is marked as such. */
    public static String of(Program program, ProgramView.Status status) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>%2$s</style></head>
                <body><main>
                <h1>%1$s</h1>
                <p>Version %3$s, %4$s, days of %5$s.</p>
                %6$s
                %7$s
                %8$s
                </main></body>
                </html>
                """.formatted(
                        escape(program.title()),
                        STYLE,
                        escape(program.version()),
                        inForce(program, status),
                        escape(program.timeZone().getId()),
                        table("Partner requirements", program, program.requirements(), ProgramPage::requirementRow),
                        table("Partner benefits", program, program.benefits(), ProgramPage::benefitRow),
                        policies(program));
    }

    private static String inForce(Program program, ProgramView.Status status) {
        String from = program.effectiveFrom() == null ? "" : " from <time>" + program.effectiveFrom() + "</time>";
        return switch (status) {
            case PUBLISHED -> "in force" + from;
            case DRAFT ->
                "<strong>a draft</strong>, " + (from.isEmpty() ? "not in force" : "meant to be in force" + from);
        };
    }

    private record Row(String title, List<String> notes, Function<Tier, String> cell) {}

    private static Row requirementRow(Requirement requirement) {
        return new Row(
                requirement.title(),
                notes(ProgramWords.of(requirement.measure()), requirement.interpretation()),
                tier -> ProgramWords.of(requirement.levelOf(tier), requirement.measure()));
    }

    private static Row benefitRow(Benefit benefit) {
        return new Row(
                benefit.title(),
                notes(benefit.interpretation()),
                tier -> ProgramWords.of(benefit.values().get(tier.code())));
    }

    private static List<String> notes(String... notes) {
        return Stream.of(notes).filter(Objects::nonNull).toList();
    }

    private static <T> String table(String caption, Program program, List<T> items, Function<T, Row> toRow) {
        String head = program.tiers().stream()
                .map(tier -> "<th scope=\"col\">" + escape(tier.name()) + "</th>")
                .collect(Collectors.joining());
        String rows =
                items.stream().map(toRow).map(row -> row(row, program.tiers())).collect(Collectors.joining("\n"));
        return "<table><caption>%s</caption>\n<thead><tr><th scope=\"col\"></th>%s</tr></thead>\n<tbody>\n%s\n</tbody></table>"
                .formatted(caption, head, rows);
    }

    private static String row(Row row, List<Tier> tiers) {
        String note = row.notes().stream()
                .map(text -> "<br><small>" + escape(text) + "</small>")
                .collect(Collectors.joining());
        String cells = tiers.stream()
                .map(tier -> "<td>" + escape(row.cell().apply(tier)) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">" + escape(row.title()) + note + "</th>" + cells + "</tr>";
    }

    private static String policies(Program program) {
        var policies = program.policies();
        String note = policies.interpretation() == null ? "" : "<p>" + escape(policies.interpretation()) + "</p>";
        return "<p>%s</p>%s".formatted(escape(ProgramWords.of(policies)), note);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
