package com.vsoxp.alliance.partner.sale;

import com.vsoxp.alliance.partner.AllianceTopics;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What this service tells of sales. */
final class SaleEvents {

    record Recorded(UUID partnerId, SaleFact sale) {}

    record SaleFact(
            UUID id,
            String orderNumber,
            String product,
            int licenses,
            Money listTotal,
            Money netTotal,
            LocalDate soldOn,
            Instant recordedAt) {}

    record Reversed(UUID partnerId, ReversalFact reversal) {}

    record ReversalFact(UUID id, UUID saleId, int licenses, LocalDate soldOn, Instant reversedAt) {}

    private SaleEvents() {}

    static NewEvent recorded(Sale sale) {
        SaleFact fact = new SaleFact(
                sale.id,
                sale.orderNumber,
                sale.product,
                sale.licenses,
                sale.listTotal(),
                sale.netTotal(),
                sale.soldOn,
                sale.recordedAt);
        return event("alliance.sale.recorded", sale, new Recorded(sale.partnerId, fact));
    }

    static NewEvent reversed(Sale sale, Reversal reversal) {
        ReversalFact fact = new ReversalFact(reversal.id, sale.id, reversal.licenses, sale.soldOn, reversal.reversedAt);
        return event("alliance.sale.reversed", sale, new Reversed(sale.partnerId, fact));
    }

    private static NewEvent event(String type, Sale sale, Object data) {
        return new NewEvent(AllianceTopics.SALES, type, sale.partnerId.toString(), data);
    }
}
