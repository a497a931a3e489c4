package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.evaluation.Timeline.Reached;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.eligibility.program.Amount;
import com.vsoxp.alliance.eligibility.program.Measure;
import com.vsoxp.alliance.eligibility.program.Measure.Aggregate;
import com.vsoxp.alliance.eligibility.program.Requirement;
import com.vsoxp.alliance.eligibility.program.Tier;
import com.vsoxp.alliance.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What a fact comes to while it counts.
 *
 * @param currency in which money is added up; null where it is not money that is
 */
record Worth(Aggregate aggregate, Currency currency) {

    private static final Reached ONE = new Reached(1, 0, 0);

    /** By what the requirement measures, and what the tiers expect of it: their goals are all of one kind and currency. */
    static Worth of(Requirement requirement, List<Tier> tiers) {
        Aggregate aggregate = requirement.measure().aggregate();
        return new Worth(aggregate, aggregate == Aggregate.SUM ? currency(requirement, tiers) : null);
    }

    private static Currency currency(Requirement requirement, List<Tier> tiers) {
        for (Tier tier : tiers) {
            Optional<Amount> goal = requirement.levelOf(tier).goal();
            if (goal.isPresent()) {
                return goal.get() instanceof Amount.Sum sum ? sum.money().currency() : null;
            }
        }
        return null;
    }

    Reached of(Measure.Part part, Fact fact) {
        return switch (aggregate) {
            case COUNT, HOLDS -> ONE;
            case POINTS -> new Reached(Math.multiplyExact(fact.quantity(), part.weight()), 0, 0);
            case SUM -> currency == null ? new Reached(fact.quantity(), 0, 0) : inMoney(fact);
        };
    }

    /** Money that is not told, or told in another currency, may come to anything. */
    private Reached inMoney(Fact fact) {
        Money money = fact.money();
        if (money != null && money.currency().equals(currency)) {
            return new Reached(Amount.minorUnits(money), 0, 0);
        }
        return fact.quantity() < 0 ? new Reached(0, 0, 1) : new Reached(0, 1, 0);
    }
}
