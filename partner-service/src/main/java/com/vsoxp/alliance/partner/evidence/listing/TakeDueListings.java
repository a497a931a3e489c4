package com.vsoxp.alliance.partner.evidence.listing;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes listings that are due for a look, so that no other replica looks at them meanwhile. */
@UseCase
public class TakeDueListings {

    private final EntityManager database;
    private final ListingConfig config;
    private final Clock clock;

    TakeDueListings(EntityManager database, ListingConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** A listing to look at. */
    record Due(UUID id, UUID partnerId, String url) {}

    /** Those that are due longest. One that nobody notes anything about is due again when its lease is over. */
    @Transactional
    @SuppressWarnings("unchecked")
    public List<Due> take() {
        Instant now = clock.instant();
        return database.createNativeQuery("""
                        update attestation set listing_next_probe = :until where id in (
                            select id from attestation where listing_next_probe <= :now
                            order by listing_next_probe limit :batch for update skip locked)
                        returning id, partner_id, evidence_url""", Due.class)
                .setParameter("until", now.plus(config.lease()))
                .setParameter("now", now)
                .setParameter("batch", config.batch())
                .getResultList();
    }
}
