package com.vsoxp.alliance.eligibility.rehearsal.columns;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.evaluation.Counting;
import com.vsoxp.alliance.eligibility.evaluation.RequirementScore;
import com.vsoxp.alliance.eligibility.program.Window;
import com.vsoxp.alliance.eligibility.rehearsal.columns.Demands.Count;
import com.vsoxp.alliance.eligibility.standing.rules.Standing;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Enrolled partners as columns. They are added with their standings first; then come their enrollments, then their facts. */
public final class PartnerColumns {

    /** Stands for a day that is not known, or never comes. */
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final int NEVER_BEGAN = Integer.MAX_VALUE;
    private static final Standing.Status[] STATUSES = Standing.Status.values();
    static final byte MAY_BE_MORE = 1;
    static final byte MAY_BE_LESS = 2;

    private final Demands demands;
    private final int today;
    private final PartnerIndex index;
    final Names tiers = new Names();
    final Names versions = new Names();

    private final byte[] status;
    private final byte[] tier;
    private final byte[] pending;
    private final byte[] enrolledTier;
    private final byte[] version;
    private final int[] cureEndsOn;
    private final int[] since;
    private final int[] enrollmentFrom;
    private final int[] yearFrom;
    private final int[] termEndsOn;
    private final long[][] reached;
    private final byte[][] unclear;
    private final Sales sales;

    /** Room for this many partners. */
    public PartnerColumns(Demands demands, int capacity) {
        this.demands = demands;
        this.today = Demands.toNumber(demands.day());
        index = new PartnerIndex(capacity);
        status = new byte[capacity];
        tier = new byte[capacity];
        pending = new byte[capacity];
        enrolledTier = new byte[capacity];
        version = new byte[capacity];
        cureEndsOn = new int[capacity];
        since = new int[capacity];
        enrollmentFrom = new int[capacity];
        yearFrom = new int[capacity];
        termEndsOn = new int[capacity];
        reached = new long[demands.requirements().size()][capacity];
        unclear = new byte[demands.requirements().size()][capacity];
        sales = new Sales(capacity);
    }

    /** Adds a partner with its standing, by the version of the program that it is under. */
    public int add(
            long highBits,
            long lowBits,
            Standing.Status itsStatus,
            String itsTier,
            String pendingTier,
            int cureEnds,
            String programVersion) {
        int partner = index.add(highBits, lowBits);
        status[partner] = (byte) itsStatus.ordinal();
        tier[partner] = (byte) tiers.number(itsTier);
        pending[partner] = (byte) tiers.number(pendingTier);
        enrolledTier[partner] = -1;
        cureEndsOn[partner] = cureEnds;
        version[partner] = (byte) versions.number(programVersion);
        enroll(partner, null, NO_DAY, NO_DAY, NO_DAY, NO_DAY);
        return partner;
    }

    /** The partner's position; -1 if it was not added. */
    public int find(long highBits, long lowBits) {
        return index.find(highBits, lowBits);
    }

    /** What is known of its enrollment; each day may be {@link #NO_DAY}. */
    public void enroll(
            int partner, String itsTier, int appliedOn, int joinedOn, int previousEndedOn, int itsTermEndsOn) {
        termEndsOn[partner] = itsTermEndsOn;
        enrolledTier[partner] = (byte) tiers.number(itsTier);
        // One who has not joined yet has all grace before it.
        since[partner] = joinedOn == NO_DAY ? NEVER_BEGAN - 1 : joinedOn;
        enrollmentFrom[partner] = previousEndedOn == NO_DAY ? NO_DAY : previousEndedOn + 1;
        int start = joinedOn != NO_DAY ? joinedOn : appliedOn;
        yearFrom[partner] = start == NO_DAY || !demands.looksAtEnrollmentYears() ? NEVER_BEGAN : yearFrom(start);
    }

    /**
     * Counts a fact, if it counts on the day.
     *
     * @param until the first day on which it counts no longer; {@link Integer#MAX_VALUE} for never
     * @param money in minor units of the currency; the currency is null where no money is told
     */
    public void count(int partner, String kind, int on, int until, long quantity, long money, Currency currency) {
        if (on > today || until <= today) {
            return;
        }
        for (Count count : demands.countsOf(kind)) {
            if (on >= from(count, partner)) {
                add(partner, count, quantity, money, currency);
            }
        }
    }

    /** Facts of this kind may be missing; of any kind if it is null. */
    public void doubt(int partner, String kind) {
        for (int requirement = 0; requirement < unclear.length; requirement++) {
            if (demands.counts(requirement, kind)) {
                unclear[requirement][partner] |= MAY_BE_MORE;
            }
        }
    }

    /** Adds to what a partner sold in the last twelve months, in minor units at list prices; less than zero for a reversal. */
    public void sell(int partner, Currency currency, long listTotal) {
        sales.add(partner, currency, listTotal);
    }

    int size() {
        return index.size();
    }

    UUID id(int partner) {
        return index.id(partner);
    }

    Standing.Status status(int partner) {
        return STATUSES[status[partner]];
    }

    int tier(int partner) {
        return tier[partner];
    }

    int version(int partner) {
        return version[partner];
    }

    /** The tier it goes on from: one that was approved since the last look counts as held. */
    int heldTier(int partner) {
        boolean approved = pending[partner] >= 0 && pending[partner] == enrolledTier[partner];
        return approved ? pending[partner] : tier[partner];
    }

    /** The last day of its term; {@link #NO_DAY} if it is in none. */
    int termEndsOn(int partner) {
        return termEndsOn[partner];
    }

    int cureEndsOn(int partner) {
        return cureEndsOn[partner];
    }

    long reached(int requirement, int partner) {
        return reached[requirement][partner];
    }

    boolean isUnclear(int requirement, int partner, byte how) {
        return (unclear[requirement][partner] & how) != 0;
    }

    boolean isInGrace(int itsTier, int requirement, int partner) {
        return demands.isInGrace(itsTier, requirement, since[partner]);
    }

    boolean knowsItsYear(int partner) {
        return yearFrom[partner] != NEVER_BEGAN;
    }

    Map<Currency, Long> sales(int partner) {
        return sales.of(partner);
    }

    private void add(int partner, Count count, long quantity, long money, Currency currency) {
        long[] sums = reached[count.requirement()];
        switch (count.aggregate()) {
            case COUNT, HOLDS -> sums[partner]++;
            case POINTS -> sums[partner] = sum(sums[partner], Math.multiplyExact(quantity, count.weight()));
            case SUM -> {
                if (count.currency() == null) {
                    sums[partner] = sum(sums[partner], quantity);
                } else if (count.currency().equals(currency)) {
                    sums[partner] = sum(sums[partner], money);
                } else {
                    unclear[count.requirement()][partner] |= quantity < 0 ? MAY_BE_LESS : MAY_BE_MORE;
                }
            }
        }
    }

    /** What one partner reports beyond all measure must not end a rehearsal over everybody: it is as much as can be counted. */
    private static long sum(long one, long other) {
        long sum = one + other;
        boolean overflows = ((one ^ sum) & (other ^ sum)) < 0;
        return overflows ? (one < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }

    private int from(Count count, int partner) {
        return switch (count.window()) {
            case ROLLING_12_MONTHS, CALENDAR_YEAR, EVER -> count.from();
            case ENROLLMENT -> enrollmentFrom[partner];
            case ENROLLMENT_YEAR -> yearFrom[partner];
        };
    }

    private int yearFrom(int start) {
        LocalDate began = LocalDate.ofEpochDay(start);
        return Counting.days(Window.ENROLLMENT_YEAR, demands.day(), new EnrollmentDates(began, began, null))
                .map(RequirementScore.Days::from)
                .map(Demands::toNumber)
                .orElse(NEVER_BEGAN);
    }

    /** Nearly every partner sells in one currency, so the others are kept apart. */
    private static final class Sales {

        private final Currency[] currency;
        private final long[] listTotal;
        private final Map<Integer, Map<Currency, Long>> others = new HashMap<>();

        Sales(int capacity) {
            currency = new Currency[capacity];
            listTotal = new long[capacity];
        }

        void add(int partner, Currency its, long total) {
            if (currency[partner] == null || currency[partner].equals(its)) {
                currency[partner] = its;
                listTotal[partner] = sum(listTotal[partner], total);
            } else {
                others.computeIfAbsent(partner, _ -> new HashMap<>()).merge(its, total, PartnerColumns::sum);
            }
        }

        Map<Currency, Long> of(int partner) {
            if (currency[partner] == null) {
                return Map.of();
            }
            Map<Currency, Long> more = others.get(partner);
            if (more == null) {
                return Map.of(currency[partner], listTotal[partner]);
            }
            Map<Currency, Long> all = new HashMap<>(more);
            all.put(currency[partner], listTotal[partner]);
            return all;
        }
    }
}
