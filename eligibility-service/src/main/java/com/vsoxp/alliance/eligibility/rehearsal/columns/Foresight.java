package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.eligibility.program.Policies;
import com.vsoxp.alliance.eligibility.program.Program;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Succession;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Prospect.Direction;
import com.vsoxp.alliance.eligibility.standing.rules.Standing.Status;
import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a program would do to partners if it came into force on the day, told from their columns. The rules are those of
 * {@code StandingRules}, over numbers.
 */
public final class Foresight {

    private static final int NONE = -1;

    private final Demands demands;
    private final PartnerColumns columns;
    private final List<Tier> tiers;
    private final Terms terms;
    private final int today;
    private final Period curePeriod;
    /** As if it came into force on the day. */
    private final Program inForce;

    private final boolean approves;
    /** By number of a tier of today: the tier of the program that its partners hold. */
    private final int[] heirs;
    /** By number of a version of today. */
    private final List<Terms> termsNow;

    /**
     * Over columns that are complete.
     *
     * @param versions the programs that partners are under now, by their names
     */
    public Foresight(Demands demands, PartnerColumns columns, Function<String, Program> versions) {
        Program program = demands.program();
        this.demands = demands;
        this.columns = columns;
        this.tiers = program.tiers();
        this.terms = Terms.of(program);
        this.today = Demands.toNumber(demands.day());
        this.curePeriod = program.policies().curePeriod();
        this.inForce = program.effectiveFrom(demands.day());
        this.approves = program.policies().promotion() == Policies.Promotion.REVIEW;
        this.heirs = IntStream.range(0, columns.tiers.size())
                .map(tier -> program.heirOf(columns.tiers.name(tier))
                        .map(tiers::indexOf)
                        .orElse(NONE))
                .toArray();
        this.termsNow = IntStream.range(0, columns.versions.size())
                .mapToObj(version -> Terms.of(versions.apply(columns.versions.name(version))))
                .toList();
    }

    /** Looks at every partner; those that are affected are handed over. */
    public Tally tell(Consumer<Prospect> affected) {
        Tally tally = new Tally();
        for (int partner = 0; partner < columns.size(); partner++) {
            if (columns.status(partner) == Status.LAPSED) {
                tally.staysAway();
                continue;
            }
            LocalDate movesOn = movesOn(partner);
            tally.movesOn(movesOn);
            if (isSettled(partner)) {
                continue;
            }
            Prospect prospect = of(partner, movesOn);
            if (prospect.isAffected()) {
                tally.add(prospect);
                affected.accept(prospect);
            }
        }
        return tally;
    }

    /** Most partners, told cheaply: its tier stays, is met, and gives the same discount. */
    private boolean isSettled(int partner) {
        int tier = columns.tier(partner);
        if (columns.status(partner) != Status.GOOD || tier != columns.heldTier(partner)) {
            return false;
        }
        int heir = heirs[tier];
        String code = columns.tiers.name(tier);
        return heir != NONE
                && qualified(partner) == heir
                && tiers.get(heir).code().equals(code)
                && termsNow.get(columns.version(partner)).discount(code).equals(terms.discount(code));
    }

    Prospect of(int partner) {
        return of(partner, movesOn(partner));
    }

    /** What is known of its evidence is what is known today; only the day on which the version reaches it may be another. */
    private LocalDate movesOn(int partner) {
        int termEndsOn = columns.termEndsOn(partner);
        return termEndsOn == PartnerColumns.NO_DAY
                ? demands.day()
                : Succession.switchDay(inForce, LocalDate.ofEpochDay(termEndsOn));
    }

    private Prospect of(int partner, LocalDate movesOn) {
        int heldName = columns.heldTier(partner);
        int held = heldName == NONE ? NONE : heirs[heldName];
        int qualified = qualified(partner);
        Status status = columns.status(partner);
        if (status == Status.LAPSED || (held == NONE && qualified == NONE)) {
            return prospect(partner, movesOn, NONE, false, false, List.of());
        }
        if (qualified > held) {
            return prospect(partner, movesOn, qualified, false, status == Status.AT_RISK, List.of());
        }
        return holding(partner, movesOn, held, heldName != columns.tier(partner));
    }

    private Prospect holding(int partner, LocalDate movesOn, int held, boolean newlyHeld) {
        Status status = columns.status(partner);
        if (passes(held, partner)) {
            return prospect(partner, movesOn, held, false, status == Status.AT_RISK, List.of());
        }
        List<String> unmet = unmet(held, partner).toList();
        if (unmet.isEmpty()) {
            return prospect(partner, movesOn, held, false, newlyHeld && status == Status.AT_RISK, unmet);
        }
        if (newlyHeld || status == Status.GOOD) {
            return prospect(partner, movesOn, below(held, partner), status != Status.AT_RISK, false, unmet);
        }
        boolean stillCuring = today < columns.cureEndsOn(partner);
        return prospect(partner, movesOn, stillCuring ? held : below(held, partner), false, false, unmet);
    }

    private Prospect prospect(
            int partner, LocalDate movesOn, int then, boolean newlyAtRisk, boolean relieved, List<String> unmet) {
        String tierNow = columns.tiers.name(columns.tier(partner));
        String tierThen = then == NONE ? null : tiers.get(then).code();
        Direction direction = direction(partner, tierNow, then);
        Map<Currency, Long> sales = columns.sales(partner);
        return new Prospect(
                columns.id(partner),
                tierNow,
                tierThen,
                direction,
                approves && direction == Direction.PROMOTED,
                newlyAtRisk,
                relieved,
                movesOn,
                newlyAtRisk ? movesOn.plus(curePeriod) : null,
                unmet,
                monies(sales),
                change(partner, tierNow, tierThen, sales));
    }

    /** In the ranks of the program; where that has no heir for the tier held, each tier ranks by its own version. */
    private Direction direction(int partner, String tierNow, int then) {
        int heir = tierNow == null ? NONE : heirs[columns.tier(partner)];
        int difference = tierNow != null && heir == NONE
                ? Integer.compare(
                        then == NONE ? 0 : tiers.get(then).rank(),
                        termsNow.get(columns.version(partner)).rank(tierNow))
                : Integer.compare(then, heir);
        return difference > 0 ? Direction.PROMOTED : difference < 0 ? Direction.DEMOTED : Direction.UNCHANGED;
    }

    private List<Money> change(int partner, String tierNow, String tierThen, Map<Currency, Long> sales) {
        BigDecimal before = termsNow.get(columns.version(partner)).discount(tierNow);
        BigDecimal after = terms.discount(tierThen);
        if (before.compareTo(after) == 0) {
            return List.of();
        }
        List<Money> changes = new ArrayList<>();
        sales.forEach((currency, listTotal) -> {
            BigDecimal change = Terms.discountOn(listTotal, currency, after)
                    .amount()
                    .subtract(Terms.discountOn(listTotal, currency, before).amount());
            if (change.signum() != 0) {
                changes.add(new Money(change, currency));
            }
        });
        return sorted(changes);
    }

    private static List<Money> monies(Map<Currency, Long> sums) {
        List<Money> monies = new ArrayList<>();
        sums.forEach((currency, sum) ->
                monies.add(new Money(BigDecimal.valueOf(sum, currency.getDefaultFractionDigits()), currency)));
        return sorted(monies);
    }

    static List<Money> sorted(List<Money> monies) {
        monies.sort(Comparator.comparing(money -> money.currency().getCurrencyCode()));
        return monies;
    }

    private int qualified(int partner) {
        int tier = tiers.size() - 1;
        while (tier >= 0 && !passes(tier, partner)) {
            tier--;
        }
        return tier;
    }

    /** The highest lower tier against which nothing speaks. */
    private int below(int held, int partner) {
        int tier = held - 1;
        while (tier >= 0 && speaksAgainst(tier, partner)) {
            tier--;
        }
        return tier;
    }

    private enum Verdict {
        PASSES,
        FAILS,
        UNCLEAR
    }

    private boolean passes(int tier, int partner) {
        for (int requirement = 0; requirement < demands.requirements().size(); requirement++) {
            if (demands.isRequired(tier, requirement) && verdict(tier, requirement, partner) != Verdict.PASSES) {
                return false;
            }
        }
        return true;
    }

    private boolean speaksAgainst(int tier, int partner) {
        for (int requirement = 0; requirement < demands.requirements().size(); requirement++) {
            if (demands.isRequired(tier, requirement) && verdict(tier, requirement, partner) == Verdict.FAILS) {
                return true;
            }
        }
        return false;
    }

    private Stream<String> unmet(int tier, int partner) {
        return IntStream.range(0, demands.requirements().size())
                .filter(requirement -> demands.isRequired(tier, requirement))
                .filter(requirement -> verdict(tier, requirement, partner) == Verdict.FAILS)
                .mapToObj(demands.requirements()::get)
                .map(Requirement::code);
    }

    private Verdict verdict(int tier, int requirement, int partner) {
        boolean reached = columns.reached(requirement, partner) >= demands.target(tier, requirement);
        boolean unclear = columns.isUnclear(
                requirement, partner, reached ? PartnerColumns.MAY_BE_LESS : PartnerColumns.MAY_BE_MORE);
        if ((reached && !unclear) || columns.isInGrace(tier, requirement, partner)) {
            return Verdict.PASSES;
        }
        boolean unknown = demands.looksAtEnrollmentYear(requirement) && !columns.knowsItsYear(partner);
        return unclear || unknown ? Verdict.UNCLEAR : Verdict.FAILS;
    }
}
