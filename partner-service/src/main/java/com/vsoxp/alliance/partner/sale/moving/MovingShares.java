package com.vsoxp.alliance.partner.sale.moving;

import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Shares in sales go with the partner's record. A survivor that had a share itself then has both, which count as one; what
 * the other sharers have stays as it was.
 */
@ApplicationScoped
public class MovingShares implements Belongings {

    private final EntityManager database;

    MovingShares(EntityManager database) {
        this.database = database;
    }

    @Override
    public String table() {
        return "sale_share";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        Map<UUID, UUID> holders = holdersBySale(ids);
        TellOfSales tell = new TellOfSales(holders.keySet());
        return holders.entrySet().stream()
                .flatMap(share -> tell.has(share.getValue(), share.getKey()))
                .toList();
    }

    /** A loser that has another share in the sale is told anew what it has. */
    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        Map<UUID, UUID> holders = holdersBySale(ids);
        TellOfSales tell = new TellOfSales(holders.keySet());
        return holders.entrySet().stream()
                .flatMap(share -> Stream.concat(
                        Stream.of(tell.hasNot(loser, share.getKey(), share.getValue())),
                        tell.sale(share.getKey()).partners().contains(loser)
                                ? tell.has(loser, share.getKey())
                                : Stream.empty()))
                .toList();
    }

    /** Who has these shares now: all of them one partner. */
    @SuppressWarnings("unchecked")
    private Map<UUID, UUID> holdersBySale(List<UUID> ids) {
        List<Object[]> rows = database.createNativeQuery(
                        "select sale_id, partner_id from sale_share where id = any(:ids) order by id", Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, UUID> holders = new LinkedHashMap<>();
        rows.forEach(row -> holders.put((UUID) row[0], (UUID) row[1]));
        return holders;
    }
}
