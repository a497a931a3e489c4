package com.vsoxp.alliance.partner.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Finds out, for many facts at a time, whose they are. */
@ApplicationScoped
public class KnownPartners {

    private final EntityManager database;

    KnownPartners(EntityManager database) {
        this.database = database;
    }

    /**
     * Says which partner each reference names, of an absorbed one the survivor; those that name none are left out. Until the transaction ends none of them
     * can be merged away, while everything else about them may change: so writers of facts never wait for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<PartnerReference, UUID> keep(Collection<PartnerReference> references) {
        Map<ExternalId.Key, UUID> owners = ownersOf(references.stream()
                .flatMap(each -> each.foreignKey().stream())
                .distinct()
                .toList());
        Map<PartnerReference, UUID> named = new HashMap<>();
        references.forEach(each -> {
            UUID id = each.id() == null ? owners.get(each.key()) : each.id();
            if (id != null) {
                named.put(each, id);
            }
        });
        Map<UUID, UUID> standing = locked(named.values());
        named.replaceAll((_, id) -> standing.get(id));
        named.values().removeIf(Objects::isNull);
        return named;
    }

    @SuppressWarnings("unchecked")
    private Map<ExternalId.Key, UUID> ownersOf(List<ExternalId.Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = database.createNativeQuery("""
                        select x.system, x.external_id, x.partner_id
                        from unnest(cast(:systems as text[]), cast(:ids as text[])) as asked (system, external_id)
                        join partner_external_id x using (system, external_id)""")
                .setParameter(
                        "systems", keys.stream().map(ExternalId.Key::system).toArray(String[]::new))
                .setParameter(
                        "ids", keys.stream().map(ExternalId.Key::externalId).toArray(String[]::new))
                .getResultList();
        Map<ExternalId.Key, UUID> owners = new HashMap<>();
        rows.forEach(row -> owners.put(new ExternalId.Key((String) row[0], (String) row[1]), (UUID) row[2]));
        return owners;
    }

    // A key share conflicts with nothing but "for update", which is what a merge takes. One that was absorbed while its
    // lock
    // was waited for leads on.
    private Map<UUID, UUID> locked(Collection<UUID> ids) {
        Map<UUID, UUID> standing = new HashMap<>();
        for (Object[] row : lockedRows(ids)) {
            UUID survivor = (UUID) row[2];
            standing.put(
                    (UUID) row[0],
                    survivor == null ? (UUID) row[1] : locked(Set.of(survivor)).get(survivor));
        }
        return standing;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> lockedRows(Collection<UUID> ids) {
        return database.createNativeQuery("""
                        select asked.id as asked, p.id, p.merged_into
                        from partner asked join partner p on p.id = coalesce(asked.merged_into, asked.id)
                        where asked.id = any(:ids) order by p.id for key share of p""", Object[].class)
                .setParameter("ids", ids.stream().distinct().toArray(UUID[]::new))
                .getResultList();
    }
}
