package com.vsoxp.alliance.partner.merge.belongings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Exactly what a merge found at the absorbed partner. A partner may have sold for years, so it is read in portions. */
@ApplicationScoped
public class MovedItems {

    /** The kind under which records are remembered that had been merged into the absorbed one before. */
    public static final String ALIASES = "partner";

    private static final int PORTION = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;

    MovedItems(EntityManager database) {
        this.database = database;
    }

    /** The records that had been merged into the absorbed one before. */
    public List<UUID> aliases(UUID merge) {
        return portion(merge, ALIASES, true, FIRST, Integer.MAX_VALUE);
    }

    /** Hands on all of one kind, portion by portion; the session forgets what it read for each. */
    void forEach(UUID merge, String kind, boolean moved, Consumer<List<UUID>> work) {
        List<UUID> ids = portion(merge, kind, moved, FIRST, PORTION);
        while (!ids.isEmpty()) {
            work.accept(ids);
            database.flush();
            database.clear();
            ids = portion(merge, kind, moved, ids.getLast(), PORTION);
        }
    }

    @SuppressWarnings("unchecked")
    private List<UUID> portion(UUID merge, String kind, boolean moved, UUID after, int most) {
        return database.createNativeQuery("""
                        select item_id from partner_merge_item
                        where merge_id = :merge and kind = :kind and moved = :moved and item_id > :after
                        order by item_id limit :most""", UUID.class)
                .setParameter("merge", merge)
                .setParameter("kind", kind)
                .setParameter("moved", moved)
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
    }
}
