package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What this service tells of sales: to each partner's stream what the sale is for that partner. */
public final class SaleEvents {

    record Recorded(UUID partnerId, SaleFact sale) {}

    record SaleFact(
            UUID id,
            String orderNumber,
            String product,
            int licenses,
            Money listTotal,
            Money netTotal,
            LocalDate soldOn,
            Instant recordedAt,
            ShareFact share,
            UUID quoteId) {}

    /**
     * Of how much it is a part; null for all of it.
     *
     * @param sharers all who have a share, be it less than a license, under their present ids and those it was reported of
     */
    record ShareFact(int percent, int ofLicenses, List<UUID> sharers) {}

    record Reversed(UUID partnerId, ReversalFact reversal) {}

    record ReversalFact(UUID id, UUID saleId, int licenses, Money netTotal, LocalDate soldOn, Instant reversedAt) {}

    record Moved(UUID partnerId, MoveFact sale) {}

    record MoveFact(UUID id, UUID movedTo, LocalDate soldOn, List<UUID> reversalIds) {}

    private SaleEvents() {}

    /** One event for each partner that has at least a license of it. */
    public static List<NewEvent> recorded(Sale sale) {
        return sale.parts().stream()
                .filter(part -> part.licenses() > 0)
                .map(part -> recorded(sale, part))
                .toList();
    }

    /** What that partner has of it, if that is at least a license. */
    public static Stream<NewEvent> recorded(Sale sale, UUID partnerId) {
        return recorded(sale).stream().filter(event -> event.key().equals(partnerId.toString()));
    }

    /** The sale, with what was reversed of it, no longer counts for the partner that had it, on no day. */
    public static NewEvent moved(UUID from, UUID to, Sale sale, List<UUID> reversalIds) {
        MoveFact fact = new MoveFact(sale.id, to, sale.soldOn, reversalIds);
        return event("alliance.sale.moved", from, new Moved(from, fact));
    }

    /** That a partner's licenses of a sale came back, with what they came to. */
    public static NewEvent reversed(
            Sale sale, UUID partnerId, UUID reversalId, int licenses, Money netTotal, Instant at) {
        ReversalFact fact = new ReversalFact(reversalId, sale.id, licenses, netTotal, sale.soldOn, at);
        return event("alliance.sale.reversed", partnerId, new Reversed(partnerId, fact));
    }

    private static NewEvent recorded(Sale sale, Part part) {
        SaleFact fact = new SaleFact(
                sale.id,
                sale.orderNumber,
                sale.product,
                part.licenses(),
                part.listTotal(),
                part.netTotal(),
                sale.soldOn,
                sale.recordedAt,
                sale.shares.isEmpty() ? null : new ShareFact(part.percent(), sale.licenses, sale.sharers()),
                sale.quoteId);
        return event("alliance.sale.recorded", part.partnerId(), new Recorded(part.partnerId(), fact));
    }

    private static NewEvent event(String type, UUID partnerId, Object data) {
        return new NewEvent(AllianceTopics.SALES, type, partnerId.toString(), data);
    }
}
