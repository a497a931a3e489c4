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
    private static final int MOST_PARTS = 20;
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_UNITS = 1_000_000_000;
    private static final BigDecimal MOST_MONEY = new BigDecimal("1000000000000");

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
        Aggregate aggregate = at.field("aggregate").oneOf(Aggregate.class);
        Window window = at.field("window").oneOf(Window.class);
        String of = at.field("of").code();
        Measure.Unit unit = unit(at.field("unit"));
        if (aggregate == Aggregate.POINTS) {
            at.knowsOnly("aggregate", "of", "parts", "window", "unit");
            return new Measure(aggregate, of, parts(at.field("parts"), window), window, unit);
        }
        at.knowsOnly("aggregate", "of", "window", "unit");
        return Measure.of(aggregate, of, window, unit);
    }

    private static List<Measure.Part> parts(Place list, Window window) {
        List<Measure.Part> parts = list.items(MOST_PARTS, place -> part(place, window));
        list.eachUnlike("of", parts, Measure.Part::of);
        return parts;
    }

    private static Measure.Part part(Place at, Window window) {
        at.knowsOnly("of", "points", "window");
        Integer points = at.field("points").wholeNumber(1, MOST_POINTS);
        Place own = at.field("window");
        return new Measure.Part(
                at.field("of").code(), own.isAbsent() ? window : own.oneOf(Window.class), points == null ? 1 : points);
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
        return at.period();
    }

    private Amount target(Place at, Measure measure) {
        if (measure.aggregate() == Aggregate.HOLDS) {
            return at.isAbsent() ? new Amount.Held(true) : at.note("UNKNOWN_FIELD", "HOLDS takes no target");
        }
        if (measure.aggregate() == Aggregate.SUM && at.node().isObject()) {
            return money(at);
        }
        Integer count = at.wholeNumber(1, MOST_UNITS);
        return count == null ? null : new Amount.Units(count);
    }

    private Amount.Sum money(Place at) {
        at.knowsOnly("amount", "currency");
        Currency currency = at.field("currency").parsed("an ISO 4217 currency like USD", Currency::getInstance);
        BigDecimal amount = at.field("amount").decimal();
        if (currency == null || amount == null) {
            return null;
        }
        boolean inScale = amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
        if (amount.signum() <= 0 || amount.compareTo(MOST_MONEY) > 0 || !inScale) {
            return at.field("amount")
                    .note(
                            "OUT_OF_RANGE",
                            "must be more than nothing, at most " + MOST_MONEY + ", in the currency's own scale");
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
            at.field("levels").noting("MIXED_UNITS", "all tiers must count in the same unit, and not in " + units);
        }
        boolean counted = units.contains(COUNTED);
        if (counted && measure.unit() == null) {
            at.field("measure").field("unit").noting("REQUIRED", "is missing: the words for what is counted");
        }
    }

    private static String unitOf(Amount amount) {
        return switch (amount) {
            case Amount.Sum sum -> sum.money().currency().getCurrencyCode();
            case Amount.Units _, Amount.Held _ -> COUNTED;
        };
    }
}
