package com.vsoxp.alliance.benefits.holder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a partner's record became part of. What the partner was given stays under its id, and is its heir's to use. */
@Entity
@Table(name = "merged_holder")
public class MergedHolder extends PanacheEntityBase {

    // Two partners' merges are heard in any order, so for a moment they may seem to lead in a circle: a union ends
    // there.
    private static final String HEIR = """
            with recursive up (id, step) as (
                select cast(:partner as uuid), 0
                union all
                select m.merged_into, up.step + 1 from up join merged_holder m on m.partner_id = up.id
                where m.merged_into is not null and up.step < 20)
            select id from up order by step desc limit 1""";

    private static final String ALL = """
            with recursive mine (id) as (
                select cast(:partner as uuid)
                union
                select m.partner_id from mine join merged_holder m on m.merged_into = mine.id)
            select id from mine""";

    @Id
    public UUID partnerId;

    /** Null for a record of its own, which it is again after a merge was undone. */
    public UUID mergedInto;

    /** The place of the fact that said so among the partner's facts. */
    public long sequence;

    static List<MergedHolder> ofPartners(Collection<UUID> partnerIds) {
        return list("partnerId in ?1", partnerIds);
    }

    /** Whose record the partner's is part of now, be it through several merges; the partner itself, if it has one of its own. */
    public static UUID heirOf(UUID partnerId) {
        return (UUID) getEntityManager()
                .createNativeQuery(HEIR, UUID.class)
                .setParameter("partner", partnerId)
                .getSingleResult();
    }

    /** The partner, and all whose records are part of its own. */
    @SuppressWarnings("unchecked")
    public static List<UUID> allIn(UUID partnerId) {
        return getEntityManager()
                .createNativeQuery(ALL, UUID.class)
                .setParameter("partner", partnerId)
                .getResultList();
    }
}
