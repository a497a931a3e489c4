package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Window;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one requirement of a program. */
record RequirementReader(Place at, List<String> tiers) {

    private static final String COUNTED = "units";

    Requirement read() {
        at.knowsOnly("code", "title", "measure", "interpretation", "levels");
        Measure measure = measure(at.field("measure"));
        Map<String, Level> levels =
                ProgramReader.withoutNulls(at.field("levels").entries(tiers, place -> level(place, measure)));
        oneUnit(levels, measure);
        return new Requirement(
                at.field("code").code(),
                at.field("title").text(),
                measure,
                at.field("interpretation").textOrNull(),
                levels);
    }

    private Measure measure(Place at) {
        at.knowsOnly("aggregate", "of", "window", "unit");
        return new Measure(
                at.field("aggregate").oneOf(Aggregate.class),
                at.field("of").code(),
                at.field("window").oneOf(Window.class),
                unit(at.field("unit")));
    }

    private Measure.Unit unit(Place at) {
        if (at.isAbsent()) {
            return null;
        }
        at.knowsOnly("one", "other");
        return new Measure.Unit(at.field("one").text(), at.field("other").text());
    }

    private Level level(Place at, Measure measure) {
        Expectation expectation = at.field("level").oneOf(Expectation.class);
        return switch (expectation) {
            case null -> null;
            case NOT_APPLICABLE -> {
                at.knowsOnly("level");
                yield new Level.NotApplicable();
            }
            case ENCOURAGED -> {
                at.knowsOnly("level", "target");
                Amount target = target(at.field("target"), measure);
                yield target == null ? null : new Level.Encouraged(target);
            }
            case REQUIRED -> {
                at.knowsOnly("level", "target", "grace");
                Amount target = target(at.field("target"), measure);
                Period grace = grace(at.field("grace"));
                yield target == null ? null : new Level.Required(target, grace);
            }
        };
    }

    private Period grace(Place at) {
        if (at.isAbsent()) {
            return Period.ZERO;
        }
        Period grace = at.parsed("a period like P12M", Period::parse);
        return grace == null || ProgramReader.isPositive(grace)
                ? grace
                : at.note("range", "must be longer than nothing");
    }

    private Amount target(Place at, Measure measure) {
        if (measure.aggregate() == Aggregate.HOLDS) {
            return at.isAbsent() ? new Amount.Held(true) : at.note("unknown_field", "HOLDS takes no target");
        }
        if (measure.aggregate() == Aggregate.SUM && at.node().isObject()) {
            return money(at);
        }
        Integer count = at.wholeNumber(1);
        return count == null ? null : new Amount.Units(count);
    }

    private Amount.Sum money(Place at) {
        at.knowsOnly("amount", "currency");
        Currency currency = at.field("currency").parsed("an ISO 4217 currency like USD", Currency::getInstance);
        BigDecimal amount = at.field("amount").parsed("a decimal in text like \"500.00\"", BigDecimal::new);
        if (currency == null || amount == null) {
            return null;
        }
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > currency.getDefaultFractionDigits()) {
            return at.field("amount").note("range", "must be more than nothing, in the currency's own scale");
        }
        return new Amount.Sum(Money.rounded(amount, currency));
    }

    /** Facts are added up once for all tiers, which takes one unit; and a unit that is counted needs words. */
    private void oneUnit(Map<String, Level> levels, Measure measure) {
        List<String> units = levels.values().stream()
                .map(Level::goal)
                .flatMap(Optional::stream)
                .map(RequirementReader::unitOf)
                .distinct()
                .toList();
        if (units.size() > 1) {
            at.field("levels").noting("one_unit", "all tiers must count in the same unit, and not in " + units);
        }
        boolean counted = units.contains(COUNTED);
        if (counted && measure.unit() == null) {
            at.field("measure").field("unit").noting("required", "is missing: the words for what is counted");
        }
    }

    private static String unitOf(Amount amount) {
        return switch (amount) {
            case Amount.Sum sum -> sum.money().currency().getCurrencyCode();
            case Amount.Units _, Amount.Held _ -> COUNTED;
        };
    }
}
