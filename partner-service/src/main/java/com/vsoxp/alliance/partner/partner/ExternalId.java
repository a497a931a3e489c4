package com.vsoxp.alliance.partner.partner;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/** Says which partner has a key of another system: the arbiter of {@link PartnerProfile#externalIds}. */
@Entity
@Table(name = "partner_external_id")
public class ExternalId extends PanacheEntityBase {

    /**
     * A partner's key in another system.
     *
     * @param system the other system's name
     * @param externalId the key there
     */
    @Embeddable
    public record Key(String system, String externalId) {}

    @EmbeddedId
    public Key key;

    public UUID partnerId;

    /** The partner with that key. */
    public static Optional<UUID> ownerOf(Key key) {
        return ExternalId.<ExternalId>findByIdOptional(key).map(found -> found.partnerId);
    }

    /**
     * Gives the key to the partner unless somebody has it already. Waits for another transaction that claims the same
     * key, so that of two exactly one gets it.
     *
     * @return who has the key now
     */
    static UUID claim(Key key, UUID partnerId) {
        int claimed = getEntityManager()
                .createNativeQuery("""
                        insert into partner_external_id (system, external_id, partner_id)
                        values (:system, :externalId, :partnerId)
                        on conflict (system, external_id) do nothing""")
                .setParameter("system", key.system())
                .setParameter("externalId", key.externalId())
                .setParameter("partnerId", partnerId)
                .executeUpdate();
        return claimed == 1 ? partnerId : ownerOf(key).orElseThrow();
    }

    /** Lets go of the key. */
    static void release(Key key) {
        deleteById(key);
    }
}
