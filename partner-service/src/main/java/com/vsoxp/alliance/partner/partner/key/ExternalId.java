package com.vsoxp.alliance.partner.partner.key;

import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /** The record that was merged into the partner's and whose own key it is; null for the partner's own. */
    public UUID cameFrom;

    /** The partner with that key. */
    public static Optional<UUID> ownerOf(Key key) {
        return ExternalId.<ExternalId>findByIdOptional(key).map(found -> found.partnerId);
    }

    /** Whether the key is one that the partner who has it owes to a merge, beside its own. */
    public static boolean cameWithMerge(Key key) {
        return count("key = ?1 and cameFrom is not null", key) > 0;
    }

    /** Lets all keys of the absorbed partner lead to the survivor. */
    public static void follow(UUID absorbed, UUID survivor) {
        update("cameFrom = coalesce(cameFrom, partnerId), partnerId = ?1 where partnerId = ?2", survivor, absorbed);
    }

    /**
     * Lets the keys that came with a partner, and with those absorbed by it before, lead to it again.
     *
     * @return its own key per system
     */
    public static Map<String, String> comeBack(UUID absorbed, List<UUID> aliases, UUID survivor) {
        update("partnerId = ?1 where partnerId = ?2 and cameFrom in ?3", absorbed, survivor, aliases);
        update("partnerId = ?1, cameFrom = null where partnerId = ?2 and cameFrom = ?1", absorbed, survivor);
        return ExternalId.<ExternalId>stream("partnerId = ?1 and cameFrom is null", absorbed)
                .collect(Collectors.toMap(own -> own.key.system(), own -> own.key.externalId()));
    }

    /**
     * Gives the key to the partner unless somebody has it already. Waits for another transaction that claims the same
     * key, so that of two exactly one gets it.
     *
     * @return who has the key now
     */
    public static UUID claim(Key key, UUID partnerId) {
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

    /**
     * Lets go of the keys that a partner no longer has and claims its new ones.
     *
     * @param before its key per system so far
     * @param after its key per system from now on
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of them
     */
    public static void replace(UUID partnerId, Map<String, String> before, Map<String, String> after) {
        before.forEach((system, id) -> {
            if (!id.equals(after.get(system))) {
                deleteById(new Key(system, id));
            }
        });
        after.forEach((system, id) -> {
            if (!id.equals(before.get(system))) {
                own(new Key(system, id), partnerId);
            }
        });
    }

    /** Makes the key the partner's own, which it may be through a merge already. */
    private static void own(Key key, UUID partnerId) {
        if (claim(key, partnerId).equals(partnerId)) {
            ExternalId.<ExternalId>findByIdOptional(key).ifPresent(its -> its.cameFrom = null);
        } else {
            throw taken(key);
        }
    }

    public static ProblemException taken(Key key) {
        return Problems.conflict(
                "EXTERNAL_ID_TAKEN", "Another partner has the id " + key.externalId() + " in " + key.system() + ".");
    }
}
