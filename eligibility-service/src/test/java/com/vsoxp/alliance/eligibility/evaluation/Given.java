package com.vsoxp.alliance.eligibility.evaluation;

import com.vsoxp.alliance.eligibility.enrollment.EnrollmentDates;
import com.vsoxp.alliance.eligibility.fact.Fact;
import com.vsoxp.alliance.platform.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Facts of a partner, in the words of the program. */
public final class Given {

    /** Most stories begin here. */
    public static final LocalDate JOINED = LocalDate.of(2026, 1, 12);

    private final List<Fact> facts = new ArrayList<>();

    private Given() {}

    /** A partner about which nothing is known. */
    public static Given nothing() {
        return new Given();
    }

    /** All that premier requires but license sales, from the day of joining. */
    public static Given premierButForSales() {
        return nothing()
                .paid("500.00", "USD", JOINED)
                .holds("WEB_APPLICATIONS_ON_WINDOWS", JOINED)
                .holds("WEBSITE_LISTING", JOINED)
                .consultant(JOINED, null)
                .stories(3, JOINED);
    }

    /** Joined on {@link #JOINED}, for the first time. */
    public static EnrollmentDates enrolled() {
        return new EnrollmentDates(JOINED, JOINED, null);
    }

    public Given sold(long licenses, LocalDate on) {
        return and("LICENSE_SALE", on, null, licenses, null);
    }

    public Given paid(String amount, String currency, LocalDate on) {
        return and("FEE_PAYMENT", on, null, 1, Money.of(amount, currency));
    }

    public Given holds(String kind, LocalDate on) {
        return and(kind, on, null, 1, null);
    }

    public Given consultant(LocalDate certifiedOn, LocalDate until) {
        return and("CONSULTANT", certifiedOn, until, 1, null);
    }

    public Given stories(int number, LocalDate on) {
        for (int i = 0; i < number; i++) {
            and("SUCCESS_STORY", on, null, 1, null);
        }
        return this;
    }

    public Given and(String kind, LocalDate on, LocalDate until, long quantity, Money money) {
        facts.add(new Fact(UUID.randomUUID(), kind, on, until, quantity, money));
        return this;
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }
}
