package com.vsoxp.alliance.partner.merge.belongings;

import com.vsoxp.alliance.partner.merge.MergeConfig;
import com.vsoxp.alliance.partner.merge.PartnerMerge;
import com.vsoxp.alliance.platform.outbox.Outbox;
import com.vsoxp.alliance.platform.problem.Problems;
import com.vsoxp.alliance.platform.usecase.UseCase;
import io.quarkus.arc.All;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** Gives the survivor of a merge all that the absorbed partner has, and remembers what that was. */
@UseCase
public class TakeBelongings {

    private static final String TAKE = """
            with moved as (
                update %1$s item set partner_id = :to, version = version + 1
                where partner_id = :from and not (%2$s) returning id)
            insert into partner_merge_item (merge_id, kind, item_id, moved)
            select :merge, '%1$s', id, true from moved""";

    private static final String LEAVE = """
            insert into partner_merge_item (merge_id, kind, item_id, moved)
            select :merge, '%1$s', id, false from %1$s where partner_id = :from""";

    private final List<Belongings> kinds;
    private final MovedItems items;
    private final MergeConfig config;
    private final EntityManager database;
    private final Outbox outbox;

    TakeBelongings(
            @All List<Belongings> kinds, MovedItems items, MergeConfig config, EntityManager database, Outbox outbox) {
        this.kinds = kinds;
        this.items = items;
        this.config = config;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Takes them in the caller's transaction that has both partners locked; entities of its session are let go.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if that is more than one transaction should move
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(PartnerMerge merge) {
        int moved = kinds.stream().mapToInt(kind -> move(kind, merge)).sum();
        if (moved > config.mostMoved()) {
            throw Problems.conflict(
                    "TOO_MUCH_TO_MOVE",
                    "The absorbed partner has " + moved + " things of its own, and a merge moves at most "
                            + config.mostMoved() + ".");
        }
        kinds.forEach(kind -> tell(kind, merge));
    }

    private int move(Belongings kind, PartnerMerge merge) {
        int moved = database.createNativeQuery(TAKE.formatted(kind.table(), kind.stays()))
                .setParameter("merge", merge.id)
                .setParameter("from", merge.absorbedId)
                .setParameter("to", merge.survivorId)
                .executeUpdate();
        database.createNativeQuery(LEAVE.formatted(kind.table()))
                .setParameter("merge", merge.id)
                .setParameter("from", merge.absorbedId)
                .executeUpdate();
        return moved;
    }

    private void tell(Belongings kind, PartnerMerge merge) {
        items.forEach(merge.id, kind.table(), true, ids -> {
            outbox.append(kind.gained(ids));
            outbox.append(kind.lost(ids, merge.absorbedId));
        });
        items.forEach(merge.id, kind.table(), false, ids -> outbox.append(kind.lost(ids, merge.absorbedId)));
    }
}
