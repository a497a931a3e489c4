package com.vsoxp.alliance.partner.deal;

import com.vsoxp.alliance.partner.merge.belongings.Belongings;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Deals go with the partner's record. Nobody else hears of deals. */
@ApplicationScoped
public class MovingDeals implements Belongings {

    @Override
    public String table() {
        return "deal";
    }

    @Override
    public List<NewEvent> gained(List<UUID> ids) {
        return List.of();
    }

    @Override
    public List<NewEvent> lost(List<UUID> ids, UUID loser) {
        return List.of();
    }
}
