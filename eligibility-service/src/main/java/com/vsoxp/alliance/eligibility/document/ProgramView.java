package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Policies.Promotion;
import com.vsoxp.alliance.eligibility.program.Policies.Transition;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Window;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as its document says it: the same words in JSON, in YAML and in the event of its publication. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Program", description = "A version of the alliance program: what each tier demands and gives.")
public record ProgramView(
        @Schema(examples = "2.0") String version,
        String title,

        @Schema(description = "A published version never changes. Absent in an event.")
        Status status,

        @Schema(description = "First day on which this version is in force.")
        LocalDate effectiveFrom,

        @Schema(description = "The zone in which instants are cut into days.", examples = "UTC")
        String timeZone,

        List<TierView> tiers,
        List<RequirementView> requirements,
        List<BenefitView> benefits,
        PoliciesView policies) {

    /** Whether a version may still change. */
    public enum Status {
        DRAFT,
        PUBLISHED
    }

    /** A level of partnership; the higher the rank, the better. */
    @Schema(name = "Tier")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record TierView(
            String code,
            String name,
            int rank,
            String description,

            @Schema(
                    description = "Tiers of other versions whose partners hold this one when they move over.",
                    examples = "[\"RESELLER\"]")
            List<String> succeeds) {}

    /** A row of the table of requirements. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Requirement")
    public record RequirementView(
            @Schema(examples = "LICENSE_SALES") String code,
            String title,
            MeasureView measure,

            @Schema(description = "How an open point of the source text is read.")
            String interpretation,

            @Schema(description = "By tier code.") Map<String, LevelView> levels) {}

    /** What is counted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Measure")
    public record MeasureView(
            Aggregate aggregate,

            @Schema(description = "The kind of fact; for points, their own name.", examples = "LICENSE_SALE")
            String of,

            @Schema(description = "For points: the kinds of fact.")
            List<PartView> parts,

            Window window,
            UnitView unit) {}

    /** A kind of fact that brings points. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MeasurePart")
    public record PartView(
            @Schema(description = "The kind of fact.", examples = "SUCCESS_STORY")
            String of,

            @Schema(description = "For each one of its quantity.", examples = "10")
            long points,

            @Schema(description = "The measure's own window without it.")
            Window window) {}

    /** The words for one and for several. */
    @Schema(name = "Unit")
    public record UnitView(
            @Schema(examples = "license") String one,
            @Schema(examples = "licenses") String other) {}

    /** What a tier expects. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Level")
    public record LevelView(
            Expectation level,

            @Schema(
                    description = "A whole number or money; absent where holding is all.",
                    oneOf = {Long.class, Money.class},
                    examples = "15")
            Object target,

            @Schema(
                    description = "How long after joining it may be unmet.",
                    implementation = String.class,
                    examples = "P12M")
            String grace) {}

    /** A row of the table of benefits. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Benefit")
    public record BenefitView(
            @Schema(examples = "LICENSE_DISCOUNT") String code,
            String title,
            String interpretation,

            @Schema(description = "By tier code.", additionalProperties = BenefitValue.class)
            Map<String, Object> values) {}

    /** Names the union of a benefit's values for the API's description. */
    @Schema(
            name = "BenefitValue",
            description = "A percentage, or terms.",
            oneOf = {PercentView.class, Benefit.Terms.class})
    interface BenefitValue {}

    /** A discount on the list price. */
    @Schema(name = "Percent")
    public record PercentView(@Schema(examples = "25") BigDecimal percent) {}

    /** How the program moves partners. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Policies")
    public record PoliciesView(
            Promotion promotion,

            @Schema(description = "How long a tier that stopped being met is kept.", examples = "P90D")
            String curePeriod,

            @Schema(description = "When partners of an earlier version move over to this one.")
            Transition transition,

            String interpretation) {}

    /** In the document's own order; without a status if that is null. */
    public static ProgramView of(Program program, Status status) {
        return new ProgramView(
                program.version(),
                program.title(),
                status,
                program.effectiveFrom(),
                program.timeZone().getId(),
                program.tiers().stream()
                        .map(tier -> new TierView(
                                tier.code(), tier.name(), tier.rank(), tier.description(), tier.succeeds()))
                        .toList(),
                program.requirements().stream()
                        .map(requirement -> requirement(program, requirement))
                        .toList(),
                program.benefits().stream()
                        .map(benefit -> new BenefitView(
                                benefit.code(),
                                benefit.title(),
                                benefit.interpretation(),
                                byTier(program, tier -> value(benefit.values().get(tier)))))
                        .toList(),
                new PoliciesView(
                        program.policies().promotion(),
                        program.policies().curePeriod().toString(),
                        told(program.policies().transition()),
                        program.policies().interpretation()));
    }

    private static RequirementView requirement(Program program, Requirement requirement) {
        return new RequirementView(
                requirement.code(),
                requirement.title(),
                measure(requirement.measure()),
                requirement.interpretation(),
                byTier(program, tier -> level(requirement.levels().get(tier))));
    }

    private static MeasureView measure(Measure measure) {
        boolean points = measure.aggregate() == Aggregate.POINTS;
        var unit = measure.unit();
        return new MeasureView(
                measure.aggregate(),
                measure.of(),
                points
                        ? measure.parts().stream()
                                .map(part -> part(part, measure.window()))
                                .toList()
                        : null,
                measure.window(),
                unit == null ? null : new UnitView(unit.one(), unit.other()));
    }

    private static PartView part(Measure.Part part, Window usual) {
        return new PartView(part.of(), part.weight(), part.window() == usual ? null : part.window());
    }

    /** What holds without a word is not written. */
    private static Transition told(Transition transition) {
        return transition == Transition.AT_ONCE ? null : transition;
    }

    private static LevelView level(Level level) {
        return switch (level) {
            case Level.NotApplicable _ -> new LevelView(Expectation.NOT_APPLICABLE, null, null);
            case Level.Encouraged encouraged ->
                new LevelView(Expectation.ENCOURAGED, target(encouraged.target()), null);
            case Level.Required required ->
                new LevelView(Expectation.REQUIRED, target(required.target()), grace(required.grace()));
        };
    }

    private static String grace(Period grace) {
        return grace.isZero() ? null : grace.toString();
    }

    private static Object target(Amount target) {
        return switch (target) {
            case Amount.Units units -> units.count();
            case Amount.Sum sum -> sum.money();
            case Amount.Held _ -> null;
        };
    }

    private static Object value(Benefit.Value value) {
        return switch (value) {
            case Benefit.Percent percent -> new PercentView(percent.percent());
            case Benefit.Terms terms -> terms;
        };
    }

    private static <T> Map<String, T> byTier(Program program, Function<String, T> view) {
        return program.tiers().stream()
                .map(tier -> tier.code())
                .collect(Collectors.toMap(code -> code, view, (one, _) -> one, LinkedHashMap::new));
    }
}
