package com.vsoxp.alliance.partner.partner;

import com.vsoxp.alliance.partner.partner.key.ExternalId;
import com.vsoxp.alliance.partner.partner.key.KeyOwners;
import com.vsoxp.alliance.partner.partner.profile.ProfileColumn;
import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.JDBCException;

/** Stores many new partners and their keys in other systems, by one statement each. */
@UseCase
class StoreNewPartners {

    private record OwnKey(ExternalId.Key key, UUID partnerId) {}

    private static final String STORE = """
            insert into partner (id, profile, registered_at, updated_at, version)
            select id, profile::jsonb, registered_at, registered_at, 0
            from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as row (id, profile, registered_at)""";

    private static final String CLAIM = """
            insert into partner_external_id (system, external_id, partner_id)
            select * from unnest(?::text[], ?::text[], ?::uuid[])
            on conflict (system, external_id) do nothing""";

    // One order for everybody: writers who claim the same keys wait for each other in turn, never in a circle.
    private static final Comparator<OwnKey> BY_KEY =
            Comparator.<OwnKey, String>comparing(own -> own.key.system()).thenComparing(own -> own.key.externalId());

    private final DataSource database;

    StoreNewPartners(DataSource database) {
        this.database = database;
    }

    /**
     * Stores them in the caller's transaction; waits for other transactions that claim the same keys. A key may have been
     * claimed for its partner before.
     *
     * @throws com.vsoxp.alliance.platform.problem.ProblemException 409 if another partner has one of the keys
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Collection<Partner> partners) {
        try (Connection connection = database.getConnection()) {
            storeRows(connection, partners);
            claim(
                    connection,
                    partners.stream()
                            .flatMap(partner -> partner.profile.keys().stream().map(key -> new OwnKey(key, partner.id)))
                            .sorted(BY_KEY)
                            .toList());
        } catch (SQLException e) {
            throw new JDBCException("Could not store partners", e);
        }
    }

    private static void storeRows(Connection connection, Collection<Partner> partners) throws SQLException {
        try (PreparedStatement store = connection.prepareStatement(STORE)) {
            new ArrayColumns<>(store, partners)
                    .set("uuid", partner -> partner.id)
                    .set("text", partner -> ProfileColumn.write(partner.profile))
                    .set("timestamptz", partner -> Timestamp.from(partner.registeredAt));
            store.executeUpdate();
        }
    }

    private static void claim(Connection connection, List<OwnKey> keys) throws SQLException {
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            new ArrayColumns<>(claim, keys)
                    .set("text", own -> own.key.system())
                    .set("text", own -> own.key.externalId())
                    .set("uuid", OwnKey::partnerId);
            if (claim.executeUpdate() == keys.size()) {
                return;
            }
        }
        Map<ExternalId.Key, UUID> owners =
                KeyOwners.of(connection, keys.stream().map(OwnKey::key).toList());
        for (OwnKey own : keys) {
            if (!own.partnerId.equals(owners.get(own.key))) {
                throw ExternalId.taken(own.key);
            }
        }
    }
}
