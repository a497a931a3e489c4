package com.vsoxp.alliance.partner.partner.key;

import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.partner.partner.profile.ProfileColumn;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Finds out, for many facts at a time, whose they are. */
@ApplicationScoped
public class KnownPartners {

    private static final String PROFILES =
            "select id, profile from partner where id = any(?::uuid[]) and merged_into is null";

    private final DataSource database;

    KnownPartners(DataSource database) {
        this.database = database;
    }

    /**
     * Asks that the partners which the references name be kept: until the transaction ends none of them can be merged away, while
     * everything else about them may change. So writers of facts never wait for each other.
     */
    public KeptPartners keep(Connection connection, Collection<PartnerReference> references) throws SQLException {
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
        return new KeptPartners(named);
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
}
