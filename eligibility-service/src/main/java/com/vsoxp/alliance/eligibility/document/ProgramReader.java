package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a program from a document. Strict: a field it does not know is a mistake, since a misspelt grace would
 * otherwise silently be none.
 */
public final class ProgramReader {

    private static final Pattern VERSION = Pattern.compile("(?!schema$)[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int MOST_OF_VERSION = 64;
    private static final int MOST_TIERS = 20;
    private static final int MOST_RANK = 1000;
    private static final int MOST_ROWS = 100;

    private final List<Mistake> mistakes = new ArrayList<>();

    private ProgramReader() {}

    /** @throws InvalidProgramException naming every mistake, its place and its line */
    public static Program readYaml(byte[] document) {
        YamlDocument yaml = YamlDocument.parse(document);
        try {
            return read(yaml.tree());
        } catch (InvalidProgramException e) {
            throw new InvalidProgramException(
                    e.mistakes().stream().map(yaml::located).toList());
        }
    }

    /** As {@link #readYaml(byte[])}. */
    public static Program readYaml(String document) {
        return readYaml(document.getBytes(StandardCharsets.UTF_8));
    }

    /** A program that {@link ProgramText} wrote as JSON, which is how it is kept. */
    public static Program readKept(String document) {
        return read(ProgramText.parse(document));
    }

    /** The program whose publication an event tells, from the event's body. */
    public static Program readTold(byte[] event) {
        return read(ProgramText.parse(new String(event, StandardCharsets.UTF_8)).path("program"));
    }

    /** @throws InvalidProgramException naming every mistake and its place */
    public static Program read(JsonNode document) {
        ProgramReader reader = new ProgramReader();
        Program program = reader.program(new Place(document, "", reader.mistakes));
        if (!reader.mistakes.isEmpty()) {
            throw new InvalidProgramException(reader.mistakes);
        }
        return program;
    }

    private Program program(Place at) {
        at.knowsOnly(
                "version",
                "title",
                "status",
                "effectiveFrom",
                "timeZone",
                "tiers",
                "requirements",
                "benefits",
                "policies");
        String version = version(at.field("version"));
        String title = at.field("title").text(200);
        LocalDate effectiveFrom = at.field("effectiveFrom").isAbsent()
                ? null
                : at.field("effectiveFrom").day();
        ZoneId timeZone = at.field("timeZone").parsed("a time zone like UTC or Europe/Berlin", ZoneId::of);
        List<Tier> tiers = tiers(at.field("tiers"));
        List<String> codes = tiers.stream()
                .map(Tier::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Requirement> requirements =
                at.field("requirements").items(MOST_ROWS, place -> new RequirementReader(place, codes).read());
        at.field("requirements").eachUnlike("code", requirements, Requirement::code);
        List<Benefit> benefits = at.field("benefits").items(MOST_ROWS, place -> benefit(place, codes));
        at.field("benefits").eachUnlike("code", benefits, Benefit::code);
        Policies policies = policies(at.field("policies"));
        return mistakes.isEmpty()
                ? new Program(version, title, effectiveFrom, timeZone, tiers, requirements, benefits, policies)
                : null;
    }

    /** As printed on the document; it is a part of the addresses under which the document is read. */
    private static String version(Place at) {
        String version = at.text(MOST_OF_VERSION);
        return version == null || VERSION.matcher(version).matches()
                ? version
                : at.note("INVALID_FORMAT", "must be a name like 2.0, and not schema");
    }

    private List<Tier> tiers(Place at) {
        List<Tier> tiers = at.items(MOST_TIERS, this::tier);
        at.eachUnlike("code", tiers, Tier::code);
        at.eachUnlike("rank", tiers, tier -> tier.rank() == 0 ? null : tier.rank());
        Set<String> succeeded = new HashSet<>();
        for (int i = 0; i < tiers.size(); i++) {
            List<String> its = tiers.get(i).succeeds();
            for (int j = 0; j < its.size(); j++) {
                if (!succeeded.add(its.get(j))) {
                    at.item(i).field("succeeds").item(j).noting("DUPLICATE", "is succeeded already: " + its.get(j));
                }
            }
        }
        return tiers;
    }

    private Tier tier(Place at) {
        at.knowsOnly("code", "name", "rank", "description", "succeeds");
        Integer rank = at.field("rank").wholeNumber(1, MOST_RANK);
        Place succeeds = at.field("succeeds");
        return new Tier(
                at.field("code").code(),
                at.field("name").text(200),
                rank == null ? 0 : rank,
                at.field("description").text(),
                succeeds.isAbsent()
                        ? List.of()
                        : succeeds.items(MOST_TIERS, Place::code).stream()
                                .filter(Objects::nonNull)
                                .toList());
    }

    private Benefit benefit(Place at, List<String> tiers) {
        at.knowsOnly("code", "title", "interpretation", "values");
        return new Benefit(
                at.field("code").code(),
                at.field("title").text(),
                at.field("interpretation").textOrNull(),
                withoutNulls(at.field("values").entries(tiers, this::value)));
    }

    private Benefit.Value value(Place at) {
        if (at.node().isObject()) {
            at.knowsOnly("percent");
            var percent = at.field("percent").percent();
            return percent == null ? null : new Benefit.Percent(percent);
        }
        return at.oneOf(Benefit.Terms.class);
    }

    private Policies policies(Place at) {
        at.knowsOnly("promotion", "curePeriod", "transition", "interpretation");
        Place transition = at.field("transition");
        return new Policies(
                at.field("promotion").oneOf(Policies.Promotion.class),
                at.field("curePeriod").period(),
                transition.isAbsent() ? Policies.Transition.AT_ONCE : transition.oneOf(Policies.Transition.class),
                at.field("interpretation").textOrNull());
    }

    static <T> Map<String, T> withoutNulls(Map<String, T> entries) {
        entries.values().removeIf(Objects::isNull);
        return entries;
    }
}
