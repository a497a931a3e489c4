package com.vsoxp.alliance.directory.search.kept;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Draws the bitmaps of words that a great many listings have, as the database's statistics say; they stay until the words are much rarer. */
@UseCase
class DrawWords {

    /** The listings are read once for so many. Small bitmaps are drawn first and laid side by side, which is much faster than large ones. */
    private static final String DRAW = """
            with due as (
                insert into drawn_value (facet, value)
                select facet, value from undrawn_word order by share desc, facet, value limit 256
                returning facet, value),
            small as (
                select facet, value, place / 512 as small, bit_or(set_bit(cast(repeat('0', 512) as bit(512)), place % 512, 1)) as bits
                from listing join listing_place using (partner_id),
                    lateral worded(listed, search_words, name_words) as had join due using (facet, value)
                group by facet, value, small)
            insert into listing_bitmap (facet, value, piece, bits)
            select facet, value, small / 62 as piece, bit_or(cast(bits as bit(31744)) >> 512 * (small % 62))
            from small group by facet, value, piece""";

    private static final String GIVE_UP = """
            with gone as (
                delete from drawn_value
                where facet in (select facet from frequent_word)
                  and (facet, value) not in (select facet, value from frequent_word where share >= 0.00125)
                returning facet, value)
            delete from listing_bitmap where (facet, value) in (select facet, value from gone)""";

    @Inject
    EntityManager entityManager;

    /** Whether there are any to be drawn. */
    boolean areDue() {
        return (boolean) entityManager
                .createNativeQuery("select exists (select from undrawn_word)", Boolean.class)
                .getSingleResult();
    }

    /** Draws some, and gives up those that have become rare. */
    @Transactional(Transactional.TxType.MANDATORY)
    void drawSome() {
        entityManager.createNativeQuery(GIVE_UP).executeUpdate();
        if (areDue()) {
            entityManager.createNativeQuery(DRAW).executeUpdate();
        }
    }
}
