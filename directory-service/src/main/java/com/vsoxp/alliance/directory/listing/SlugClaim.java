package com.vsoxp.alliance.directory.listing;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    @SuppressWarnings("unchecked")
    static Map<String, UUID> ownersOf(Collection<String> slugs) {
        List<Tuple> claims = getEntityManager()
                .createNativeQuery("select slug, partner_id from slug_claim where slug = any(:slugs)", Tuple.class)
                .setParameter("slugs", slugs.toArray(String[]::new))
                .getResultList();
        return claims.stream()
                .collect(Collectors.toMap(claim -> claim.get(0, String.class), claim -> claim.get(1, UUID.class)));
    }

    /** Claims what is still free, one slug after the other in their order, so that two writers never deadlock. */
    static void claim(Map<String, UUID> wanted, Instant now) {
        var slugs = wanted.keySet().toArray(String[]::new);
        getEntityManager()
                .createNativeQuery("""
                                insert into slug_claim (slug, partner_id, claimed_at)
                                select slug, partner_id, :now
                                from unnest(cast(:slugs as text[]), cast(:partners as uuid[])) as wanted (slug, partner_id)
                                order by slug
                                on conflict do nothing""")
                .setParameter("slugs", slugs)
                .setParameter("partners", Arrays.stream(slugs).map(wanted::get).toArray(UUID[]::new))
                .setParameter("now", now)
                .executeUpdate();
    }
}
