package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.deal.conflict.CustomerKey;
import com.vsoxp.alliance.partner.deal.life.DealLife;
import com.vsoxp.alliance.partner.deal.life.DealMove;
import com.vsoxp.alliance.partner.deal.life.DealStatus;
import com.vsoxp.alliance.partner.deal.life.ImpossibleDealMoveException;
import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** A sale that a partner works on together with the vendor, and claims the customer for meanwhile. */
@Entity
@Table(name = "deal")
public class Deal extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    /** As it was last written; what holds on a day is {@link #statusOn}. */
    @Enumerated(EnumType.STRING)
    public DealStatus status;

    public String customerName;

    public String customerCountry;

    public String customerWebsite;

    public String customerKey;

    public String customerHost;

    public String product;

    public int expectedLicenses;

    public BigDecimal expectedAmount;

    public Currency currency;

    @Enumerated(EnumType.STRING)
    public DealStage stage;

    public LocalDate expectedCloseOn;

    public String notes;

    public Instant registeredAt;

    /** The first day on which it protects the customer no longer. */
    public LocalDate expiresOn;

    public Instant decidedAt;

    public String reason;

    /** The sale that came of it. */
    public UUID saleId;

    @Version
    public long version;

    static Deal register(UUID partnerId, Customer customer, DealExpectations expected, LocalDate expires, Instant now) {
        CustomerKey key = CustomerKey.of(customer.name(), customer.host());
        Deal deal = new Deal();
        deal.id = Ids.next();
        deal.partnerId = partnerId;
        deal.status = DealStatus.REGISTERED;
        deal.customerName = customer.name();
        deal.customerCountry = customer.country();
        deal.customerWebsite = customer.website();
        deal.customerKey = key.name();
        deal.customerHost = key.host();
        deal.expect(expected);
        deal.registeredAt = now;
        deal.expiresOn = expires;
        return deal;
    }

    /** The deal, or 404. */
    public static Deal require(UUID id) {
        return Deal.<Deal>findByIdOptional(id).orElseThrow(() -> Problems.notFound("deal", id));
    }

    /** Deals that are over by that day though nothing says so yet, those that are so longest first. */
    public static List<Deal> expiredBy(LocalDate day, int most) {
        return Deal.<Deal>find("expiresOn <= ?1 and status in (REGISTERED, APPROVED) order by expiresOn", day)
                .range(0, most - 1)
                .list();
    }

    /** The deal as it is now, or 404; until the transaction ends nobody else may write what belongs to its partner. */
    public static Deal lock(Deal seen) {
        UUID owner = Partner.lock(seen.partnerId).id;
        return Deal.<Deal>find("id = ?1 and partnerId = ?2", seen.id, owner)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("deal", seen.id));
    }

    /** Where it stands on a day, even if nobody has written down that it is over. */
    public DealStatus statusOn(LocalDate day) {
        return status.isOpen() && !day.isBefore(expiresOn) ? DealStatus.EXPIRED : status;
    }

    /**
     * Makes a decision on a day, for a reason that may be null.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 saying where the deal stands, if it is impossible
     */
    public void move(DealMove move, String why, LocalDate today, Instant now) {
        mustAllow(move, today);
        status = DealLife.after(statusOn(today), move);
        decidedAt = now;
        reason = why;
    }

    /** As {@link #move}, without making it. */
    public void mustAllow(DealMove move, LocalDate today) {
        try {
            DealLife.after(statusOn(today), move);
        } catch (ImpossibleDealMoveException e) {
            throw Problems.conflict("IMPOSSIBLE_MOVE", e.getMessage());
        }
    }

    DealExpectations expectations() {
        return new DealExpectations(product, expectedLicenses, expectedValue(), stage, expectedCloseOn, notes);
    }

    void expect(DealExpectations expected) {
        product = expected.product();
        expectedLicenses = expected.expectedLicenses();
        expectedAmount = expected.expectedValue().amount();
        currency = expected.expectedValue().currency();
        stage = expected.stage();
        expectedCloseOn = expected.expectedCloseOn();
        notes = expected.notes();
    }

    Money expectedValue() {
        return Money.rounded(expectedAmount, currency);
    }
}
