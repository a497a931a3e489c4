package com.vsoxp.alliance.directory.publication;

import com.vsoxp.alliance.directory.listing.LockPartners;
import com.vsoxp.alliance.directory.story.TellStories;
import com.vsoxp.alliance.directory.tier.Tiers;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Tells the world of listings that are shown otherwise now though no event of their partners came: their tier has
 * another name, or they were listed before anything was told. */
@UseCase
public class TellAgain {

    private static final int PARTNERS_AT_ONCE = 500;

    @Inject
    Tiers tiers;

    @Inject
    LockPartners lockPartners;

    @Inject
    TellListings tellListings;

    @Inject
    TellStories tellStories;

    @Inject
    EntityManager database;

    /**
     * Tells of some of them.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean tellSome() {
        var partners = untold();
        if (partners.isEmpty()) {
            partners = ofRenamedTiers();
        }
        lockPartners.lock(partners);
        tellListings.tell(partners);
        tellStories.tell(partners);
        return !partners.isEmpty();
    }

    /** Another replica may be at the same: each takes what nobody has taken. */
    private List<UUID> untold() {
        return database.createNativeQuery("""
                        delete from untold_partner where partner_id in (
                            select partner_id from untold_partner limit :most for update skip locked)
                        returning partner_id""", UUID.class)
                .setParameter("most", PARTNERS_AT_ONCE)
                .getResultList();
    }

    private List<UUID> ofRenamedTiers() {
        return tiers.book().names().entrySet().stream()
                .map(tier -> toldOtherwise(tier.getKey(), tier.getValue()))
                .filter(partners -> !partners.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Smaller and larger each are a look into the index, which unlike is not. */
    private List<UUID> toldOtherwise(String tier, String name) {
        return database.createNativeQuery("""
                        select partner_id from publication
                        where listing is not null and tier = :tier
                          and (tier_name < :name or tier_name > :name or tier_name is null)
                        limit :most""", UUID.class)
                .setParameter("tier", tier)
                .setParameter("name", name)
                .setParameter("most", PARTNERS_AT_ONCE)
                .getResultList();
    }
}
