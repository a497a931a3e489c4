package com.vsoxp.alliance.partner.sale.moving;

import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Sales go with the record of the partner who made them; shared ones are told of by {@link MovingShares}. */
@ApplicationScoped
public class MovingSales implements Belongings {

    @Override
    public String table() {
        return "sale";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        TellOfSales tell = new TellOfSales(ids);
        return unshared(ids, tell)
                .flatMap(sale -> tell.has(sale.partnerId, sale.id))
                .toList();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        TellOfSales tell = new TellOfSales(ids);
        return unshared(ids, tell)
                .map(sale -> tell.hasNot(loser, sale.id, sale.partnerId))
                .toList();
    }

    private static Stream<Sale> unshared(List<UUID> ids, TellOfSales tell) {
        return ids.stream().map(tell::sale).filter(sale -> sale.shares.isEmpty());
    }
}
