package com.vsoxp.alliance.partner.merge.belongings;

import com.vsoxp.alliance.partner.merge.PartnerMerge;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.arc.All;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Gives back what the survivor of a merge took by it, and nothing that came since. */
@UseCase
public class ReturnBelongings {

    private static final String RETURN = """
            update %1$s set partner_id = :absorbed, version = version + 1
            where partner_id = :survivor
            and id in (select item_id from partner_merge_item where merge_id = :merge and kind = '%1$s' and moved)""";

    private final List<Belongings> kinds;
    private final MovedItems items;
    private final EntityManager database;
    private final Outbox outbox;

    ReturnBelongings(@All List<Belongings> kinds, MovedItems items, EntityManager database, Outbox outbox) {
        this.kinds = kinds;
        this.items = items;
        this.database = database;
        this.outbox = outbox;
    }

    /** Returns them in the caller's transaction that has both partners locked; entities of its session are let go. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(PartnerMerge merge) {
        kinds.forEach(kind -> move(kind, merge));
        kinds.forEach(kind -> tell(kind, merge));
    }

    private void move(Belongings kind, PartnerMerge merge) {
        database.createNativeQuery(RETURN.formatted(kind.table()))
                .setParameter("merge", merge.id)
                .setParameter("absorbed", merge.absorbedId)
                .setParameter("survivor", merge.survivorId)
                .executeUpdate();
    }

    private void tell(Belongings kind, PartnerMerge merge) {
        items.forEach(merge.id, kind.table(), true, ids -> {
            outbox.append(kind.gained(ids));
            outbox.append(kind.lost(ids, merge.survivorId));
        });
        items.forEach(merge.id, kind.table(), false, ids -> outbox.append(kind.gained(ids)));
    }
}
