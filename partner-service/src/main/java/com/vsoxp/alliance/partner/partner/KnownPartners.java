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
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds out, for many facts at a time, whose they are. */
@ApplicationScoped
public class KnownPartners {

    // A key share conflicts with nothing but "for update", which is what a merge takes. Who had to wait for one does
    // not
    // get the partner that it absorbed.
    private static final String KEEP =
            "select id from partner where id = any(?::uuid[]) and merged_into is null order by id for key share";

    private static final String SURVIVORS =
            "select id, merged_into from partner where id = any(?::uuid[]) and merged_into is not null";

    private static final String PROFILES =
            "select id, profile from partner where id = any(?::uuid[]) and merged_into is null";

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
            Map<ExternalId.Key, UUID> owners = KeyOwners.of(
                    connection,
                    references.stream()
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
            Map<UUID, UUID> standing = kept(connection, Set.copyOf(named.values()));
            named.replaceAll((_, id) -> standing.get(id));
            named.values().removeIf(Objects::isNull);
            return named;
        } catch (SQLException e) {
            throw new PersistenceException("Could not look up partners", e);
        }
    }

    /** The partners with those keys, as far as there are any, as they are now: nothing keeps them so. */
    public Map<ExternalId.Key, UUID> ownersOf(Collection<ExternalId.Key> keys) {
        try (Connection connection = database.getConnection()) {
            return KeyOwners.of(connection, keys);
        } catch (SQLException e) {
            throw new PersistenceException("Could not look up partners", e);
        }
    }

    /** The profiles of those partners, as they are now; one that was absorbed has none. */
    public Map<UUID, PartnerProfile> profilesOf(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PROFILES)) {
            new ArrayColumns<>(statement, ids).set("uuid", id -> id);
            Map<UUID, PartnerProfile> profiles = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    profiles.put(rows.getObject(1, UUID.class), ProfileColumn.read(rows.getString(2)));
                }
            }
            return profiles;
        } catch (SQLException e) {
            throw new PersistenceException("Could not read profiles", e);
        }
    }

    /** The partner that each id stands for now; an unknown id stands for none. */
    private static Map<UUID, UUID> kept(Connection connection, Set<UUID> ids) throws SQLException {
        Map<UUID, UUID> standing = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
            new ArrayColumns<>(statement, ids).set("uuid", id -> id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    standing.put(id, id);
                }
            }
        }
        Set<UUID> others = new HashSet<>(ids);
        others.removeAll(standing.keySet());
        Map<UUID, UUID> absorbed = others.isEmpty() ? Map.of() : survivorsOf(connection, others);
        if (!absorbed.isEmpty()) {
            Map<UUID, UUID> survivors = kept(connection, Set.copyOf(absorbed.values()));
            absorbed.forEach((id, survivor) -> standing.put(id, survivors.get(survivor)));
        }
        return standing;
    }

    private static Map<UUID, UUID> survivorsOf(Connection connection, Set<UUID> absorbed) throws SQLException {
        Map<UUID, UUID> survivors = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SURVIVORS)) {
            new ArrayColumns<>(statement, absorbed).set("uuid", id -> id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    survivors.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return survivors;
    }
}
