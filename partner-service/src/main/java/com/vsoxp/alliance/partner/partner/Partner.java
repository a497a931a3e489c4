package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentStatus;
import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.partner.partner.profile.ProfileColumn;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** The record this one answers as since it was merged into it; null for one of its own. */
    public UUID mergedInto;

    /** How often the status or tier of its enrollment has changed. */
    public long moves;

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

    /** The partner, or 404; of an absorbed one, the survivor. */
    public static Partner require(UUID id) {
        Partner partner = Partner.<Partner>findByIdOptional(id).orElseThrow(() -> Problems.notFound("partner", id));
        return partner.mergedInto == null ? partner : require(partner.mergedInto);
    }

    /**
     * The partner, or 404; until the transaction ends nobody else may write what belongs to it. Of an absorbed one it is
     * the survivor: write what you have to write under the id of what you get.
     */
    public static Partner lock(UUID id) {
        Partner partner = Partner.<Partner>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problems.notFound("partner", id));
        return partner.mergedInto == null ? partner : lock(partner.mergedInto);
    }

    /**
     * Both records as they are, absorbed or not, locked in the order of their ids, also against those who only keep them
     * from being merged away; one that is unknown is left out.
     */
    @SuppressWarnings("unchecked")
    public static Map<UUID, Partner> lockBoth(UUID one, UUID other) {
        List<Partner> rows = getEntityManager()
                .createNativeQuery(
                        "select * from partner where id in (:one, :other) order by id for update", Partner.class)
                .setParameter("one", one)
                .setParameter("other", other)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(partner -> partner.id, Function.identity()));
    }

    /** The id under which the partner is kept now: of an absorbed one the survivor's, of any other its own. */
    public static UUID idNow(UUID id) {
        return getEntityManager()
                .createQuery("select mergedInto from Partner where id = :id and mergedInto is not null", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(id);
    }

    /**
     * Several partners, locked as by {@link #lock}: in the order of their ids, in which everybody locks who locks several. One
     * that was absorbed is as it was then, and leads on.
     */
    public static List<Partner> lockAll(Set<UUID> ids) {
        return Partner.<Partner>find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** As {@link #lock}, without reading the record: for the hottest calls. */
    public static Optional<UUID> lockRow(UUID id) {
        return lockedRow(
                getEntityManager().createNativeQuery("""
                        select p.id, p.merged_into from partner p
                        where p.id = (select coalesce(merged_into, id) from partner where id = :id)
                        for no key update of p""", Object[].class).setParameter("id", id));
    }

    /** As {@link #lockRow(UUID)}, for the partner with that key in another system. */
    public static Optional<UUID> lockRow(ExternalId.Key key) {
        return lockedRow(getEntityManager()
                .createNativeQuery("""
                        select p.id, p.merged_into from partner p join partner_external_id x on x.partner_id = p.id
                        where x.system = :system and x.external_id = :externalId
                        for no key update of p""", Object[].class)
                .setParameter("system", key.system())
                .setParameter("externalId", key.externalId()));
    }

    /** Answers 404 unless there is such a partner. */
    public static void mustExist(UUID id) {
        if (count("id", id) == 0) {
            throw Problems.notFound("partner", id);
        }
    }

    /** A record that was absorbed while its lock was waited for leads on to the survivor. */
    @SuppressWarnings("unchecked")
    private static Optional<UUID> lockedRow(Query query) {
        return ((List<Object[]>) query.getResultList())
                .stream()
                        .findFirst()
                        .flatMap(row -> row[1] == null ? Optional.of((UUID) row[0]) : lockRow((UUID) row[1]));
    }

    /** Answers as the survivor from now on, and so do those that answered as this one. */
    public void becomePartOf(UUID survivor) {
        mergedInto = survivor;
        update("mergedInto = ?1 where mergedInto = ?2", survivor, id);
    }

    /** Answers for itself again, and so do those aliases. */
    public void standAloneAgain(List<UUID> aliases) {
        update("mergedInto = ?1 where id in ?2", id, aliases);
        mergedInto = null;
    }

    /** Notes where its enrollment stands, so that it is found by it. */
    public void stand(EnrollmentStatus enrollment, String heldTier, Instant now) {
        moves += enrollment == status && Objects.equals(heldTier, tier) ? 0 : 1;
        standAside(enrollment, heldTier, now);
    }

    /** As {@link #stand}, for what a merge does to it or undoes: that is no move of its own. */
    public void standAside(EnrollmentStatus enrollment, String heldTier, Instant now) {
        status = enrollment;
        tier = heldTier;
        updatedAt = now;
    }
}
