package com.vsoxp.alliance.benefits.intake;

import com.vsoxp.alliance.benefits.sale.SaleChange;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The payloads on {@code alliance.sales}, as far as this service reads them, and what they mean here. */
final class SaleMessages {

    private SaleMessages() {}

    record SaleRecorded(Sale sale) {

        record Sale(
                UUID id,
                String orderNumber,
                Integer licenses,
                Money listTotal,
                Money netTotal,
                LocalDate soldOn,
                Instant recordedAt,
                UUID quoteId,
                Share share) {

            /** Empty for a sale that is one partner's, and in old events. */
            private List<UUID> sharers() {
                return share == null || share.sharers == null ? List.of() : share.sharers;
            }
        }

        record Share(List<UUID> sharers) {}

        SaleChange changeSaidBy(ReceivedEvent event) {
            demand(
                    sale != null
                            && sale.id != null
                            && sale.orderNumber != null
                            && sale.licenses != null
                            && sale.licenses > 0
                            && sale.soldOn != null
                            && sale.recordedAt != null,
                    "the sale's id, order number, licenses or days are missing");
            var saysMoney = sale.listTotal != null && sale.netTotal != null;
            demand(
                    !saysMoney || sale.listTotal.currency().equals(sale.netTotal.currency()),
                    "the sale's totals are in two currencies");
            return new SaleChange.Recorded(
                    PartnersIntake.partnerOf(event),
                    sale.id,
                    event.sequence(),
                    sale.orderNumber,
                    sale.licenses,
                    saysMoney ? sale.listTotal.currency() : null,
                    saysMoney ? sale.listTotal.amount() : null,
                    saysMoney ? sale.netTotal.amount() : null,
                    sale.soldOn,
                    sale.recordedAt,
                    sale.quoteId,
                    sale.sharers());
        }
    }

    record SaleReversed(Reversal reversal) {

        record Reversal(UUID id, UUID saleId, Integer licenses) {}

        SaleChange changeSaidBy(ReceivedEvent event) {
            demand(
                    reversal != null
                            && reversal.id != null
                            && reversal.saleId != null
                            && reversal.licenses != null
                            && reversal.licenses > 0,
                    "the reversal's id, sale or licenses are missing");
            return new SaleChange.Reversed(
                    PartnersIntake.partnerOf(event), reversal.saleId, event.sequence(), reversal.id, reversal.licenses);
        }
    }

    record SaleMoved(Sale sale) {

        record Sale(UUID id, LocalDate soldOn, List<UUID> reversalIds) {}

        SaleChange changeSaidBy(ReceivedEvent event) {
            demand(sale != null && sale.id != null && sale.soldOn != null, "the sale's id or day is missing");
            return new SaleChange.Moved(
                    PartnersIntake.partnerOf(event),
                    sale.id,
                    event.sequence(),
                    sale.soldOn,
                    sale.reversalIds == null ? List.of() : sale.reversalIds);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonEventException(otherwise);
        }
    }
}
