package com.vsoxp.alliance.eligibility.gap;

import com.vsoxp.alliance.eligibility.evaluation.Doubt;
import com.vsoxp.alliance.platform.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The events that are set aside, as the doubts they cast on evaluations. Nearly always there are none. */
@ApplicationScoped
public class Doubts {

    private static final String READ = """
            select partner_id, topic, sequence, event_id, kind from event_set_aside
            where partner_id = any(?) and set_aside_at <= ? order by partner_id, topic, sequence""";

    private final DataSource database;

    Doubts(DataSource database) {
        this.database = database;
    }

    /**
     * All partners about whom there are doubts now.
     *
     * @throws GapsException if the database does not answer
     */
    @Transactional
    public Set<UUID> partners() {
        try (Connection connection = database.getConnection();
                PreparedStatement read =
                        connection.prepareStatement("select distinct partner_id from event_set_aside");
                ResultSet rows = read.executeQuery()) {
            Set<UUID> partners = new HashSet<>();
            while (rows.next()) {
                partners.add(rows.getObject(1, UUID.class));
            }
            return partners;
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }

    /** The doubts about these partners now, by partner; a partner about whom all was taken is absent. */
    public Map<UUID, List<Doubt>> ofPartners(Collection<UUID> partners) {
        return ofPartners(partners, Instant.parse("9999-12-31T00:00:00Z"));
    }

    /**
     * Those of them that were there at a moment.
     *
     * @throws GapsException if the database does not answer
     */
    @Transactional
    public Map<UUID, List<Doubt>> ofPartners(Collection<UUID> partners, Instant at) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, SqlArray.ofIds(connection, partners));
            read.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            try (ResultSet rows = read.executeQuery()) {
                Map<UUID, List<Doubt>> doubts = new HashMap<>();
                while (rows.next()) {
                    Doubt doubt = new Doubt(
                            rows.getString(2), rows.getLong(3), rows.getObject(4, UUID.class), rows.getString(5));
                    doubts.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(doubt);
                }
                return doubts;
            }
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }
}
