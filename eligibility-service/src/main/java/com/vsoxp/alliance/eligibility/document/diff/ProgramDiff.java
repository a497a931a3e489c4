package com.vsoxp.alliance.eligibility.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version changes of another one. The order of rows says nothing in a program, so it is no difference.
 *
 * @param from the version before
 * @param to the version after
 * @param program changes of what a program says of itself: title, first day, time zone
 */
@Schema(name = "ProgramDiff", description = "What a version changes of another one.")
public record ProgramDiff(
        @Schema(examples = "2.0") String from,
        @Schema(examples = "3.0") String to,

        @Schema(description = "Of what a program says of itself: its title, first day and time zone.")
        List<Change> program,

        List<Change> tiers,
        List<Change> requirements,
        List<Change> benefits,
        List<Change> policies) {

    /** The changes from one program to another. */
    public static ProgramDiff between(Program from, Program to) {
        JsonNode before = ProgramText.tree(from);
        JsonNode after = ProgramText.tree(to);
        ChangeWords words = new ChangeWords(from, to);
        return new ProgramDiff(
                from.version(),
                to.version(),
                Stream.of("title", "effectiveFrom", "timeZone")
                        .flatMap(field -> new RowDiff(null, words::ofProgram)
                                .changes("/" + field, before.path(field), after.path(field)))
                        .toList(),
                RowDiff.ofRows(before.path("tiers"), after.path("tiers"), words::ofTier),
                RowDiff.ofRows(before.path("requirements"), after.path("requirements"), words::ofRequirement),
                RowDiff.ofRows(before.path("benefits"), after.path("benefits"), words::ofBenefit),
                new RowDiff(null, words::ofPolicies)
                        .changes("", before.path("policies"), after.path("policies"))
                        .toList());
    }

    /** All changes, in the order of the document. */
    public Stream<Change> changes() {
        return Stream.of(program, tiers, requirements, benefits, policies).flatMap(List::stream);
    }
}
