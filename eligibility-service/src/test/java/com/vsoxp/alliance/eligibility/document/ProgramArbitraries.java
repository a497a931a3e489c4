package com.vsoxp.alliance.eligibility.document;

import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Benefit;
import com.vsoxp.alliance.eligibility.program.Level;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.program.Window;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Programs of any shape that a document can tell. */
public final class ProgramArbitraries {

    private static final List<String> TIERS = List.of("A", "B_2", "GOLD", "RESELLER");
    private static final List<String> KINDS = List.of("LICENSE_SALE", "SUCCESS_STORY", "CONSULTANT");

    private ProgramArbitraries() {}

    public static Arbitrary<Program> programs() {
        return tiers().flatMap(tiers -> {
            List<String> codes = tiers.stream().map(Tier::code).toList();
            return Combinators.combine(
                            Arbitraries.of("1.0", "2.0", "2027-a"),
                            texts(),
                            days().injectNull(0.2),
                            Arbitraries.of("UTC", "Europe/Berlin", "Pacific/Auckland")
                                    .map(ZoneId::of),
                            rows("R", code -> requirement(code, codes)),
                            rows("B", code -> benefit(code, codes)),
                            policies())
                    .as((version, title, from, zone, requirements, benefits, policies) ->
                            new Program(version, title, from, zone, tiers, requirements, benefits, policies));
        });
    }

    private static Arbitrary<List<Tier>> tiers() {
        return Arbitraries.of(TIERS).set().ofMinSize(1).flatMap(codes -> Combinators.combine(
                        Arbitraries.integers().between(1, 1000).set().ofSize(codes.size()),
                        texts().list().ofSize(codes.size()),
                        Arbitraries.of("OLD_1", "OLD_2").set().ofMaxSize(2))
                .as((ranks, texts, succeeds) -> {
                    List<Integer> rank = List.copyOf(ranks);
                    List<String> code = List.copyOf(codes);
                    return IntStream.range(0, code.size())
                            .mapToObj(i -> new Tier(
                                    code.get(i),
                                    texts.get(i),
                                    rank.get(i),
                                    texts.get(i),
                                    i == 0 ? List.copyOf(succeeds) : List.of()))
                            .toList();
                }));
    }

    private static <T> Arbitrary<List<T>> rows(String prefix, Function<String, Arbitrary<T>> row) {
        return Arbitraries.integers()
                .between(1, 5)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(numbers -> Combinators.combine(numbers.stream()
                                .sorted()
                                .map(n -> row.apply(prefix + n))
                                .toList())
                        .as(rows -> rows));
    }

    private static Arbitrary<Requirement> requirement(String code, List<String> tiers) {
        return Arbitraries.of(Aggregate.class)
                .flatMap(aggregate -> Arbitraries.of(true, false).flatMap(money -> Combinators.combine(
                                texts(),
                                measure(aggregate),
                                texts().injectNull(0.5),
                                byTier(tiers, level(aggregate, aggregate == Aggregate.SUM && money)))
                        .as((title, measure, note, levels) -> new Requirement(code, title, measure, note, levels))));
    }

    private static Arbitrary<Measure> measure(Aggregate aggregate) {
        Arbitrary<Measure.Unit> units = Combinators.combine(texts(), texts()).as(Measure.Unit::new);
        Arbitrary<Window> windows = Arbitraries.of(Window.class);
        if (aggregate != Aggregate.POINTS) {
            return Combinators.combine(Arbitraries.of(KINDS), windows, units)
                    .as((kind, window, unit) -> Measure.of(aggregate, kind, window, unit));
        }
        return Arbitraries.of(KINDS).set().ofMinSize(1).flatMap(kinds -> Combinators.combine(
                        windows.list().ofSize(kinds.size()),
                        Arbitraries.longs().between(1, 1_000_000).list().ofSize(kinds.size()),
                        windows,
                        units)
                .as((own, points, window, unit) -> {
                    List<String> kind = List.copyOf(kinds);
                    List<Measure.Part> parts = IntStream.range(0, kind.size())
                            .mapToObj(i -> new Measure.Part(kind.get(i), own.get(i), points.get(i)))
                            .toList();
                    return new Measure(aggregate, "POINT", parts, window, unit);
                }));
    }

    private static Arbitrary<Level> level(Aggregate aggregate, boolean money) {
        Arbitrary<Amount> targets = aggregate == Aggregate.HOLDS
                ? Arbitraries.just(new Amount.Held(true))
                : Arbitraries.longs()
                        .between(1, 1_000_000_000)
                        .map(number -> money ? new Amount.Sum(dollars(number)) : new Amount.Units(number));
        return Arbitraries.oneOf(
                Arbitraries.just(new Level.NotApplicable()),
                targets.map(Level.Encouraged::new),
                Combinators.combine(targets, periods().injectNull(0.5))
                        .as((target, grace) -> new Level.Required(target, grace == null ? Period.ZERO : grace)));
    }

    private static Money dollars(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2), Currency.getInstance("USD"));
    }

    private static Arbitrary<Benefit> benefit(String code, List<String> tiers) {
        Arbitrary<Benefit.Value> values = Arbitraries.oneOf(
                Arbitraries.of(Benefit.Terms.class),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal(100))
                        .ofScale(2)
                        .map(Benefit.Percent::new));
        return Combinators.combine(texts(), texts().injectNull(0.5), byTier(tiers, values))
                .as((title, note, cells) -> new Benefit(code, title, note, cells));
    }

    private static Arbitrary<Policies> policies() {
        return Combinators.combine(
                        Arbitraries.of(Policies.Promotion.class),
                        periods(),
                        Arbitraries.of(Policies.Transition.class),
                        texts().injectNull(0.5))
                .as(Policies::new);
    }

    private static <T> Arbitrary<Map<String, T>> byTier(List<String> tiers, Arbitrary<? extends T> cells) {
        return cells.list()
                .ofSize(tiers.size())
                .map(list -> IntStream.range(0, tiers.size()).boxed().collect(Collectors.toMap(tiers::get, list::get)));
    }

    private static Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(1, 400))
                .as(Period::of);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 30_000).map(LocalDate.of(1990, 1, 1)::plusDays);
    }

    /** Anything that can be written, with what YAML and HTML find hard. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(20),
                        Arbitraries.of(
                                "a: b",
                                "- x",
                                "# no",
                                "'",
                                "\"",
                                "yes",
                                "null",
                                "1.0",
                                "{",
                                "a\nb",
                                "a \n\n b",
                                "é",
                                "\u2028x",
                                "😀"))
                .map(text -> text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }
}
