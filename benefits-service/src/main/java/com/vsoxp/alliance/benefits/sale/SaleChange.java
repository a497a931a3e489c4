package com.vsoxp.alliance.benefits.sale;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** What a partner's stream says of a sale; of two sayings about the same, the one with the higher sequence holds. */
public sealed interface SaleChange {

    UUID partnerId();

    UUID saleId();

    long sequence();

    /**
     * The partner has this much of the sale.
     *
     * @param currency null, as the totals, if the sale says nothing of money
     * @param quoteId what it was sold by; null for none
     * @param sharers all who have a share in it, be it less than a license; empty if it is not shared
     */
    record Recorded(
            UUID partnerId,
            UUID saleId,
            long sequence,
            String orderNumber,
            int licenses,
            Currency currency,
            BigDecimal list,
            BigDecimal net,
            LocalDate soldOn,
            Instant recordedAt,
            UUID quoteId,
            List<UUID> sharers)
            implements SaleChange {}

    /** So many of the partner's licenses came back. */
    record Reversed(UUID partnerId, UUID saleId, long sequence, UUID reversalId, int licenses) implements SaleChange {}

    /** The sale is another partner's now, and so are these reversals of it. */
    record Moved(UUID partnerId, UUID saleId, long sequence, LocalDate soldOn, List<UUID> reversalIds)
            implements SaleChange {}
}
