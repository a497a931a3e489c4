package com.vsoxp.alliance.eligibility.document.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.document.ProgramWords;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.util.Optional;
import java.util.function.Function;

/** Says changes for a person. A cell of a table is told as a whole, as the table tells it. */
record ChangeWords(Program from, Program to) {

    Change ofProgram(Change change) {
        return said(change, "The program's " + last(change.field()));
    }

    Change ofTier(Change change) {
        String name = name(program -> program.tier(change.code()).map(Tier::name));
        return change.field().isEmpty()
                ? row(change, "Tier", name)
                : said(change, "Tier " + name + ", " + last(change.field()));
    }

    Change ofRequirement(Change change) {
        Function<Program, Optional<Requirement>> row = program -> program.requirement(change.code());
        String title = name(program -> row.apply(program).map(Requirement::title));
        if (change.field().isEmpty()) {
            return row(change, "Requirement", title);
        }
        if (change.tier() != null) {
            return cell(change, title, program -> row.apply(program).map(requirement -> program.tier(change.tier())
                    .map(tier -> ProgramWords.of(requirement.levelOf(tier), requirement.measure()))
                    .orElse(null)));
        }
        if (change.field().startsWith("/measure")) {
            return cell(change, title, program -> row.apply(program)
                    .map(Requirement::measure)
                    .map(ProgramWords::of));
        }
        return said(change, title + ", " + last(change.field()));
    }

    Change ofBenefit(Change change) {
        Function<Program, Optional<Benefit>> row = program -> program.benefits().stream()
                .filter(benefit -> benefit.code().equals(change.code()))
                .findFirst();
        String title = name(program -> row.apply(program).map(Benefit::title));
        if (change.field().isEmpty()) {
            return row(change, "Benefit", title);
        }
        if (change.tier() != null) {
            return cell(change, title, program -> row.apply(program)
                    .map(benefit -> benefit.values().get(change.tier()))
                    .map(ProgramWords::of));
        }
        return said(change, title + ", " + last(change.field()));
    }

    Change ofPolicies(Change change) {
        return cell(
                change,
                "Policy",
                program -> Optional.ofNullable(
                        switch (change.field()) {
                            case "/promotion" ->
                                ProgramWords.of(program.policies().promotion());
                            case "/curePeriod" ->
                                ProgramWords.cure(program.policies().curePeriod());
                            case "/transition" ->
                                ProgramWords.of(program.policies().transition());
                            default -> program.policies().interpretation();
                        }));
    }

    private static Change row(Change change, String what, String name) {
        String happened =
                switch (change.kind()) {
                    case ADDED -> "is new";
                    case REMOVED -> "is gone";
                    case CHANGED -> "changed";
                };
        return with(change, what + " " + name + " " + happened);
    }

    private Change cell(Change change, String title, Function<Program, Optional<String>> words) {
        String where = change.tier() == null
                ? title
                : name(program -> program.tier(change.tier()).map(Tier::name)) + ", " + title;
        return with(
                change,
                where + ": " + words.apply(to).orElse("nothing") + " instead of "
                        + words.apply(from).orElse("nothing"));
    }

    private static Change said(Change change, String where) {
        return with(change, where + ": " + text(change.to()) + " instead of " + text(change.from()));
    }

    private static String text(JsonNode node) {
        return node == null ? "nothing" : node.isTextual() ? "\"" + node.textValue() + "\"" : node.toString();
    }

    /** By the version after, which is what the reader is about to have; else by the one before. */
    private String name(Function<Program, Optional<String>> name) {
        return name.apply(to).or(() -> name.apply(from)).orElse("");
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('/') + 1);
    }

    private static Change with(Change change, String words) {
        return new Change(
                change.code(), change.field(), change.tier(), change.kind(), change.from(), change.to(), words);
    }
}
