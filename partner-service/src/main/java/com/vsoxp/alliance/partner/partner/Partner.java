package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * A company of the alliance, or one that would join it. Whoever writes anything that belongs to a partner locks its row
 * first: that makes the order of its events the order of their commits.
 */
@Entity
@Table(name = "partner")
public class Partner extends PanacheEntityBase {

    @Id
    public UUID id;

    @Convert(converter = ProfileColumn.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    public PartnerProfile profile;

    /** Where its latest enrollment stands; null for one that never applied. */
    @Enumerated(EnumType.STRING)
    public EnrollmentStatus status;

    /** The tier its enrollment holds; null for none. */
    public String tier;

    public Instant registeredAt;

    /** When anything of the above last changed. */
    public Instant updatedAt;

    @Version
    public long version;

    /** A new partner that has not applied for anything. */
    static Partner register(UUID id, PartnerProfile profile, Instant now) {
        Partner partner = new Partner();
        partner.id = id;
        partner.profile = profile;
        partner.registeredAt = now;
        partner.updatedAt = now;
        return partner;
    }

    /** The partner, or 404. */
    public static Partner require(UUID id) {
        return Partner.<Partner>findByIdOptional(id).orElseThrow(() -> Problems.notFound("partner", id));
    }

    /** The partner, or 404; until the transaction ends nobody else may write what belongs to it. */
    public static Partner lock(UUID id) {
        return Partner.<Partner>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("partner", id));
    }

    /** As {@link #lock}, without reading the record: for the hottest calls. */
    public static Optional<UUID> lockRow(UUID id) {
        return lockedRow(getEntityManager()
                .createNativeQuery("select id from partner where id = :id for no key update", UUID.class)
                .setParameter("id", id));
    }

    /** As {@link #lockRow(UUID)}, for the partner with that key in another system. */
    public static Optional<UUID> lockRow(ExternalId.Key key) {
        return lockedRow(getEntityManager()
                .createNativeQuery("""
                        select p.id from partner p join partner_external_id x on x.partner_id = p.id
                        where x.system = :system and x.external_id = :externalId for no key update of p""", UUID.class)
                .setParameter("system", key.system())
                .setParameter("externalId", key.externalId()));
    }

    /** Answers 404 unless there is such a partner. */
    public static void mustExist(UUID id) {
        if (count("id", id) == 0) {
            throw Problems.notFound("partner", id);
        }
    }

    @SuppressWarnings("unchecked")
    private static Optional<UUID> lockedRow(Query query) {
        return query.getResultStream().findFirst();
    }

    /** Notes where its enrollment stands, so that it is found by it. */
    public void stand(EnrollmentStatus enrollment, String heldTier, Instant now) {
        status = enrollment;
        tier = heldTier;
        updatedAt = now;
    }
}
