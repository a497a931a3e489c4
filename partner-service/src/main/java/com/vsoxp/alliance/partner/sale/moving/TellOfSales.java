package com.vsoxp.alliance.partner.sale.moving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.partner.sale.SaleEvents;
import com.vsoxp.alliance.partner.sale.reversal.Reversal;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What partners are told of sales that change hands, each with what was reversed of it. */
final class TellOfSales {

    private final Map<UUID, Sale> sales;
    private final Map<UUID, List<Reversal>> reversals;

    TellOfSales(Collection<UUID> ids) {
        sales = Sale.<Sale>list("id in ?1", ids).stream().collect(toMap(sale -> sale.id, sale -> sale));
        reversals = Reversal.<Reversal>list("saleId in ?1 order by id", ids).stream()
                .collect(groupingBy(reversal -> reversal.saleId));
    }

    Sale sale(UUID id) {
        return sales.get(id);
    }

    /** What the partner has. Reversals come first, so that at no moment more licenses count than were sold in the end. */
    Stream<NewEvent> has(UUID partner, UUID saleId) {
        Sale sale = sales.get(saleId);
        List<NewEvent> reversed = new ArrayList<>();
        int left = sale.licenses;
        for (Reversal reversal : reversalsOf(saleId)) {
            int lost = sale.lostBy(left, reversal.licenses).getOrDefault(partner, 0);
            if (lost > 0) {
                reversed.add(SaleEvents.reversed(
                        sale,
                        partner,
                        reversal.id,
                        lost,
                        sale.netLostBy(partner, left, reversal.licenses),
                        reversal.reversedAt));
            }
            left -= reversal.licenses;
        }
        return Stream.concat(reversed.stream(), SaleEvents.recorded(sale, partner));
    }

    /** That the partner has it no more. */
    NewEvent hasNot(UUID partner, UUID saleId, UUID movedTo) {
        List<UUID> gone =
                reversalsOf(saleId).stream().map(reversal -> reversal.id).toList();
        return SaleEvents.moved(partner, movedTo, sales.get(saleId), gone);
    }

    private List<Reversal> reversalsOf(UUID saleId) {
        return reversals.getOrDefault(saleId, List.of());
    }
}
