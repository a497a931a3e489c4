package com.vsoxp.alliance.partner.evidence.fee;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** A payment of the program fee. It counts from the day it was paid until it is refunded. */
@Entity
@Table(name = "fee_payment")
public class FeePayment extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID partnerId;

    public BigDecimal amount;

    public Currency currency;

    public LocalDate paidOn;

    /** How it is found in the books. */
    public String reference;

    public Instant recordedAt;

    /** Null while the money is kept. */
    public LocalDate refundedOn;

    public String refundReason;

    @Version
    public long version;

    static FeePayment of(UUID partnerId, Money money, LocalDate paidOn, String reference, Instant now) {
        FeePayment payment = new FeePayment();
        payment.id = Ids.next();
        payment.partnerId = partnerId;
        payment.amount = money.amount();
        payment.currency = money.currency();
        payment.paidOn = paidOn;
        payment.reference = reference;
        payment.recordedAt = now;
        return payment;
    }

    /** That payment of that partner, or 404. */
    static FeePayment require(UUID partnerId, UUID id) {
        return FeePayment.<FeePayment>find("partnerId = ?1 and id = ?2", partnerId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("fee payment", id));
    }

    /** One page of a partner's payments, in the order they were recorded. */
    static Page<FeePayment> pageOf(UUID partnerId, PageRequest request) {
        return Page.byId(
                FeePayment.<FeePayment>find("partnerId = ?1 and id > ?2 order by id", partnerId, request.afterId()),
                request,
                payment -> payment.id);
    }

    Money money() {
        return Money.rounded(amount, currency);
    }
}
