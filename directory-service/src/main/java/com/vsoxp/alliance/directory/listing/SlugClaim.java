package com.vsoxp.alliance.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A slug that a partner has or once had; it is never given to another. */
@Entity
@Table(name = "slug_claim")
public class SlugClaim extends PanacheEntityBase {

    @Id
    public String slug;

    public UUID partnerId;

    public Instant claimedAt;

    /** Whose slug this is or was. */
    public static Optional<UUID> ownerOf(String slug) {
        return SlugClaim.<SlugClaim>findByIdOptional(slug).map(claim -> claim.partnerId);
    }

    static Map<String, UUID> ownersOf(Collection<String> slugs) {
        return SlugClaim.<SlugClaim>stream("slug in ?1", slugs)
                .collect(Collectors.toMap(claim -> claim.slug, claim -> claim.partnerId));
    }

    /** Claims what is still free, one slug after the other in their order, so that two writers never deadlock. */
    static void claim(Map<String, UUID> wanted, Instant now) {
        new TreeMap<>(wanted).forEach((slug, partnerId) -> getEntityManager()
                .createNativeQuery("""
                                insert into slug_claim (slug, partner_id, claimed_at) values (:slug, :partner, :now)
                                on conflict do nothing""")
                .setParameter("slug", slug)
                .setParameter("partner", partnerId)
                .setParameter("now", now)
                .executeUpdate());
    }
}
