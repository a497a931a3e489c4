package com.vsoxp.alliance.eligibility.document;

import static com.vsoxp.alliance.eligibility.document.Html.escape;

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

    private ProgramPage() {}

    /** A whole page; every text of the document is escaped. A draft is marked as such. */
    public static String of(Program program, ProgramView.Status status) {
        String head = "<p>Version %s, %s, days of %s.</p>"
                .formatted(
                        escape(program.version()),
                        inForce(program, status),
                        escape(program.timeZone().getId()));
        return Html.page(
                program.title(),
                Stream.of(
                                head,
                                table(
                                        "Partner requirements",
                                        program,
                                        program.requirements(),
                                        ProgramPage::requirementRow),
                                table("Partner benefits", program, program.benefits(), ProgramPage::benefitRow),
                                policies(program))
                        .collect(Collectors.joining("\n")));
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
}
