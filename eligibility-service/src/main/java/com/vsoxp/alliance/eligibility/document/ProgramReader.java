package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a program from a document. Strict: a field it does not know is a mistake, since a misspelt grace would
 * otherwise silently be none.
 */
public final class ProgramReader {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final List<Mistake> mistakes = new ArrayList<>();

    private ProgramReader() {}

    /** @throws InvalidProgramException naming every mistake and its place */
    public static Program readYaml(String document) {
        try {
            return read(YAML.readTree(document));
        } catch (JsonProcessingException e) {
            throw new InvalidProgramException(List.of(new Mistake("", "syntax", e.getOriginalMessage())));
        }
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
        String version = at.field("version").text();
        String title = at.field("title").text();
        LocalDate effectiveFrom = at.field("effectiveFrom").parsed("a day like 2026-11-23", LocalDate::parse);
        ZoneId timeZone = at.field("timeZone").parsed("a time zone like UTC or Europe/Berlin", ZoneId::of);
        List<Tier> tiers = at.field("tiers").items(this::tier);
        unique(at.field("tiers"), "code", tiers, Tier::code);
        unique(at.field("tiers"), "rank", tiers, Tier::rank);
        List<String> codes = tiers.stream()
                .map(Tier::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Requirement> requirements =
                at.field("requirements").items(place -> new RequirementReader(place, codes).read());
        unique(at.field("requirements"), "code", requirements, Requirement::code);
        List<Benefit> benefits = at.field("benefits").items(place -> benefit(place, codes));
        unique(at.field("benefits"), "code", benefits, Benefit::code);
        Policies policies = policies(at.field("policies"));
        return mistakes.isEmpty()
                ? new Program(version, title, effectiveFrom, timeZone, tiers, requirements, benefits, policies)
                : null;
    }

    private Tier tier(Place at) {
        at.knowsOnly("code", "name", "rank", "description");
        Integer rank = at.field("rank").wholeNumber(1);
        return new Tier(
                at.field("code").code(),
                at.field("name").text(),
                rank == null ? 0 : rank,
                at.field("description").text());
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
        at.knowsOnly("promotion", "curePeriod", "interpretation");
        Period cure = at.field("curePeriod").parsed("a period like P90D", Period::parse);
        if (cure != null && !isPositive(cure)) {
            at.field("curePeriod").note("range", "must be longer than nothing");
        }
        return new Policies(
                at.field("promotion").oneOf(Policies.Promotion.class),
                cure,
                at.field("interpretation").textOrNull());
    }

    static boolean isPositive(Period period) {
        return !period.isZero() && !period.isNegative();
    }

    static <T> Map<String, T> withoutNulls(Map<String, T> entries) {
        entries.values().removeIf(Objects::isNull);
        return entries;
    }

    private <T> void unique(Place list, String field, List<T> items, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Object value = key.apply(items.get(i));
            if (value != null && !seen.add(value)) {
                mistakes.add(
                        new Mistake(list.pointer() + "/" + i + "/" + field, "duplicate", "is used before: " + value));
            }
        }
    }
}
