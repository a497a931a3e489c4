package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.platform.sql.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds out, for many facts at a time, whose they are. */
@ApplicationScoped
public class KnownPartners {

    // The limit keeps the planner to one look into the index for each key, whatever it believes the table to hold.
    private static final String OWNERS = """
            select x.* from unnest(?::text[], ?::text[]) as asked (system, external_id)
            cross join lateral (
                select system, external_id, partner_id from partner_external_id x
                where x.system = asked.system and x.external_id = asked.external_id limit 1) x""";

    // A key share conflicts with nothing but "for update", which is what a merge takes. One that was absorbed while its
    // lock
    // was waited for leads on.
    private static final String KEEP = """
            select asked.id, p.id, p.merged_into
            from partner asked join partner p on p.id = coalesce(asked.merged_into, asked.id)
            where asked.id = any(?::uuid[]) order by p.id for key share of p""";

    private final DataSource database;

    KnownPartners(DataSource database) {
        this.database = database;
    }

    /**
     * Says which partner each reference names, of an absorbed one the survivor; those that name none are left out. Until the
     * transaction ends none of them can be merged away, while everything else about them may change: so writers of facts
     * never wait for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<PartnerReference, UUID> keep(Collection<PartnerReference> references) {
        if (references.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection()) {
            Map<ExternalId.Key, UUID> owners = ownersOf(connection, references);
            Map<PartnerReference, UUID> named = new HashMap<>();
            references.forEach(each -> {
                UUID id = each.id() == null ? owners.get(each.key()) : each.id();
                if (id != null) {
                    named.put(each, id);
                }
            });
            Map<UUID, UUID> standing = kept(connection, Set.copyOf(named.values()));
            named.replaceAll((_, id) -> standing.get(id));
            named.values().removeIf(Objects::isNull);
            return named;
        } catch (SQLException e) {
            throw new PersistenceException("Could not look up partners", e);
        }
    }

    private static Map<ExternalId.Key, UUID> ownersOf(Connection connection, Collection<PartnerReference> references)
            throws SQLException {
        List<ExternalId.Key> keys = references.stream()
                .flatMap(each -> each.foreignKey().stream())
                .distinct()
                .toList();
        Map<ExternalId.Key, UUID> owners = new HashMap<>();
        if (keys.isEmpty()) {
            return owners;
        }
        try (PreparedStatement statement = connection.prepareStatement(OWNERS)) {
            new ArrayColumns<>(statement, keys)
                    .set("text", ExternalId.Key::system)
                    .set("text", ExternalId.Key::externalId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    owners.put(new ExternalId.Key(rows.getString(1), rows.getString(2)), rows.getObject(3, UUID.class));
                }
            }
        }
        return owners;
    }

    private static Map<UUID, UUID> kept(Connection connection, Set<UUID> ids) throws SQLException {
        Map<UUID, UUID> standing = new HashMap<>();
        Map<UUID, UUID> absorbed = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            new ArrayColumns<>(statement, ids).set("uuid", id -> id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID survivor = rows.getObject(3, UUID.class);
                    UUID asked = rows.getObject(1, UUID.class);
                    if (survivor == null) {
                        standing.put(asked, rows.getObject(2, UUID.class));
                    } else {
                        absorbed.put(asked, survivor);
                    }
                }
            }
        }
        if (!absorbed.isEmpty()) {
            Map<UUID, UUID> survivors = kept(connection, Set.copyOf(absorbed.values()));
            absorbed.forEach((asked, survivor) -> standing.put(asked, survivors.get(survivor)));
        }
        return standing;
    }
}
