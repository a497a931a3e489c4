package com.vsoxp.alliance.benefits.sale;

import com.vsoxp.alliance.platform.money.Money;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A sale on which more was given off than was due. */
@Entity
@Immutable
@Table(name = "discount_finding")
public class DiscountFinding extends PanacheEntityBase {

    /** What was overdrawn. */
    public enum Reason {
        BEYOND_ENTITLEMENT,
        BEYOND_QUOTE;

        static Reason of(QuoteUse use) {
            return use == QuoteUse.HONORED ? BEYOND_QUOTE : BEYOND_ENTITLEMENT;
        }
    }

    /** A partner's part of a sale. */
    @Embeddable
    public record Key(UUID saleId, UUID partnerId) {}

    @EmbeddedId
    public Key key;

    public String orderNumber;

    public LocalDate soldOn;

    public Instant recordedAt;

    @Enumerated(EnumType.STRING)
    public Reason reason;

    public UUID quoteId;

    @Enumerated(EnumType.STRING)
    public QuoteUse quoteUse;

    public BigDecimal percent;

    public String programVersion;

    public String tier;

    public Currency currency;

    @Column(name = "list")
    public BigDecimal listAmount;

    public BigDecimal discount;

    public BigDecimal allowed;

    Money money(BigDecimal amount) {
        return Money.rounded(amount, currency);
    }
}
