package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The program as a page of HTML: its two tables, as the printed document has them, and what was read into them. */
public final class ProgramPage {

    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem }
            table { border-collapse: collapse; margin: 1rem 0 2rem; width: 100% }
            caption { font-weight: 600; padding: .5rem 0; text-align: left }
            th, td { border: 1px solid #767676; padding: .4rem .6rem; text-align: left; vertical-align: top }
            """;

    private ProgramPage() {}

    /** A whole page; every text of the document is escaped. */
    public static String of(Program program) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%1$s</title><style>%2$s</style></head>
                <body><main>
                <h1>%1$s</h1>
                <p>Version %3$s, in force from <time>%4$s</time>, days of %5$s.</p>
                %6$s
                %7$s
                %8$s
                </main></body>
                </html>
                """.formatted(
                        escape(program.title()),
                        STYLE,
                        escape(program.version()),
                        program.effectiveFrom(),
                        escape(program.timeZone().getId()),
                        table("Partner requirements", program, program.requirements(), ProgramPage::requirementRow),
                        table("Partner benefits", program, program.benefits(), ProgramPage::benefitRow),
                        policies(program));
    }

    private record Row(String title, String interpretation, Function<Tier, String> cell) {}

    private static Row requirementRow(Requirement requirement) {
        return new Row(
                requirement.title(),
                requirement.interpretation(),
                tier -> words(requirement.levelOf(tier), requirement));
    }

    private static Row benefitRow(Benefit benefit) {
        return new Row(
                benefit.title(),
                benefit.interpretation(),
                tier -> words(benefit.values().get(tier.code())));
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
        String note = row.interpretation() == null ? "" : "<br><small>" + escape(row.interpretation()) + "</small>";
        String cells = tiers.stream()
                .map(tier -> "<td>" + escape(row.cell().apply(tier)) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">" + escape(row.title()) + note + "</th>" + cells + "</tr>";
    }

    private static String policies(Program program) {
        var policies = program.policies();
        String note = policies.interpretation() == null ? "" : "<p>" + escape(policies.interpretation()) + "</p>";
        return "<p>Promotion: %s. Cure period: %s.</p>%s"
                .formatted(policies.promotion().name().toLowerCase(Locale.ROOT), policies.curePeriod(), note);
    }

    private static String words(Level level, Requirement requirement) {
        return switch (level) {
            case Level.NotApplicable _ -> "N/A";
            case Level.Encouraged _ -> "Encouraged";
            case Level.Required required ->
                words(required.target(), requirement)
                        + (required.grace().isZero() ? "" : ", after a grace of " + required.grace());
        };
    }

    private static String words(Amount target, Requirement requirement) {
        return switch (target) {
            case Amount.Held _ -> "Required";
            case Amount.Sum sum -> sum.money().amount() + " " + sum.money().currency();
            case Amount.Units units -> {
                var unit = requirement.measure().unit();
                yield units.count() + " " + (units.count() == 1 ? unit.one() : unit.other());
            }
        };
    }

    private static String words(Benefit.Value value) {
        return switch (value) {
            case Benefit.Percent percent -> percent.percent().toPlainString() + "%";
            case Benefit.Terms.INCLUDED -> "Included";
            case Benefit.Terms.FEE_BASED -> "Fee based";
            case Benefit.Terms.NOT_AVAILABLE -> "N/A";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
