package com.vsoxp.alliance.partner.partner.key;

import com.vsoxp.alliance.platform.sql.ArrayColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Looks up whose many keys are, by one statement. */
public final class KeyOwners {

    // The limit keeps the planner to one look into the index for each key, whatever it believes the table to hold.
    private static final String OWNERS = """
            select x.* from unnest(?::text[], ?::text[]) as asked (system, external_id)
            cross join lateral (
                select system, external_id, partner_id from partner_external_id x
                where x.system = asked.system and x.external_id = asked.external_id limit 1) x""";

    private KeyOwners() {}

    /** The partners with those keys, as far as there are any; the map may be added to. */
    public static Map<ExternalId.Key, UUID> of(Connection connection, Collection<ExternalId.Key> keys)
            throws SQLException {
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
}
