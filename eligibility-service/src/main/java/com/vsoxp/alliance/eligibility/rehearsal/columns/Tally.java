package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a program would do to partners. */
public final class Tally {

    private long partners;
    private long promoted;
    private long demoted;
    private long atRisk;
    private long relieved;
    private final Map<Currency, BigDecimal> discountChange = new HashMap<>();

    private final SortedMap<YearMonth, Counts> months = new TreeMap<>();

    /** Of those who move over in a month. */
    private static final class Counts {

        private long partners;
        private long promoted;
        private long demoted;
        private long atRisk;

        void add(Prospect prospect) {
            promoted += prospect.direction() == Prospect.Direction.PROMOTED ? 1 : 0;
            demoted += prospect.direction() == Prospect.Direction.DEMOTED ? 1 : 0;
            atRisk += prospect.newlyAtRisk() ? 1 : 0;
        }

        Counts plus(Counts other) {
            partners += other.partners;
            promoted += other.promoted;
            demoted += other.demoted;
            atRisk += other.atRisk;
            return this;
        }

        Summary.Month of(YearMonth month) {
            return new Summary.Month(month.toString(), partners, promoted, demoted, atRisk);
        }
    }

    /** One that moves nowhere. */
    void staysAway() {
        partners++;
    }

    /** One that moves over on this day. */
    void movesOn(LocalDate day) {
        partners++;
        in(day).partners++;
    }

    /** What becomes of one that moves over. */
    void add(Prospect prospect) {
        promoted += prospect.direction() == Prospect.Direction.PROMOTED ? 1 : 0;
        demoted += prospect.direction() == Prospect.Direction.DEMOTED ? 1 : 0;
        atRisk += prospect.newlyAtRisk() ? 1 : 0;
        in(prospect.movesOn()).add(prospect);
        relieved += prospect.relieved() ? 1 : 0;
        prospect.discountChange()
                .forEach(change -> discountChange.merge(change.currency(), change.amount(), BigDecimal::add));
    }

    /** Adds what was counted over other partners. */
    public void add(Tally other) {
        partners += other.partners;
        promoted += other.promoted;
        demoted += other.demoted;
        atRisk += other.atRisk;
        relieved += other.relieved;
        other.months.forEach((month, counts) -> months.merge(month, counts, Counts::plus));
        other.discountChange.forEach((currency, change) -> discountChange.merge(currency, change, BigDecimal::add));
    }

    /** All that was counted. */
    public Summary summary() {
        List<Money> change = new ArrayList<>();
        discountChange.forEach((currency, amount) -> change.add(new Money(amount, currency)));
        return new Summary(
                partners,
                promoted,
                demoted,
                atRisk,
                relieved,
                partners - promoted - demoted,
                Foresight.sorted(change),
                months.entrySet().stream()
                        .map(month -> month.getValue().of(month.getKey()))
                        .toList());
    }

    private Counts in(LocalDate day) {
        return months.computeIfAbsent(YearMonth.from(day), _ -> new Counts());
    }
}
