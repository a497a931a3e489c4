package com.vsoxp.alliance.eligibility.gap;

import com.vsoxp.alliance.eligibility.gap.PartnerGaps.Event;
import com.vsoxp.alliance.eligibility.gap.PartnerGaps.Gap;
import com.vsoxp.alliance.eligibility.gap.PartnerGaps.Kind;
import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Finds what is missing of whom. Each kind has an index of its own that holds nothing but such partners. */
@ApplicationScoped
class Gaps {

    private static final Map<Kind, String> PARTNERS = new EnumMap<>(Map.of(
            Kind.EVENT_SET_ASIDE, "select distinct partner_id as id from event_set_aside where true",
            Kind.PARTNER_UNKNOWN, "select id from partner where not known",
            Kind.DATES_UNKNOWN, """
            select id from partner
            where enrollment_status in ('APPLIED', 'ACTIVE', 'SUSPENDED')
                and (applied_on is null or since is null and enrollment_status <> 'APPLIED')""",
            Kind.REQUIREMENT_INDETERMINATE, "select partner_id as id from standing where indeterminate <> '{}'"));

    private static final int MOST_EVENTS = 20;

    private static final String EVENTS = """
            select partner_id, topic, sequence, event_id, type, reason, set_aside_at from (
                select *, row_number() over (partition by partner_id order by topic, sequence) as place
                from event_set_aside where partner_id = any(?)) as numbered
            where place <= ? order by partner_id, topic, sequence""";

    private static final String REST = """
            select id, 'PARTNER_UNKNOWN', null::text[] from partner where not known and id = any(?)
            union all
            select id, 'DATES_UNKNOWN', null from partner
            where enrollment_status in ('APPLIED', 'ACTIVE', 'SUSPENDED')
                and (applied_on is null or since is null and enrollment_status <> 'APPLIED') and id = any(?)
            union all
            select partner_id, 'REQUIREMENT_INDETERMINATE', indeterminate from standing
            where indeterminate <> '{}' and partner_id = any(?)""";

    private final DataSource database;

    Gaps(DataSource database) {
        this.database = database;
    }

    /**
     * One page of partners of whom something is missing, by their ids.
     *
     * @param kind only partners with a gap of this kind; null for all
     * @throws GapsException if the database does not answer
     */
    @Transactional
    Page<PartnerGaps> page(Kind kind, PageRequest request) {
        try (Connection connection = database.getConnection()) {
            Page<UUID> page = Page.of(partners(connection, kind, request), request, Cursor::encode);
            Map<UUID, List<Gap>> gaps = gaps(connection, page.items());
            return page.map(partner -> new PartnerGaps(partner, gaps.getOrDefault(partner, List.of())));
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }

    /**
     * How many partners have a gap of each kind; of many, ten thousand are counted.
     *
     * @throws GapsException if the database does not answer
     */
    @Transactional
    Map<Kind, Long> count() {
        String sql = PARTNERS.values().stream()
                .map("(select count(*) from (%s limit 10000) as bounded)"::formatted)
                .collect(Collectors.joining(", ", "select ", ""));
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(sql);
                ResultSet row = count.executeQuery()) {
            row.next();
            Map<Kind, Long> counts = new EnumMap<>(Kind.class);
            int column = 0;
            for (Kind kind : PARTNERS.keySet()) {
                counts.put(kind, row.getLong(++column));
            }
            return counts;
        } catch (SQLException e) {
            throw new GapsException(e);
        }
    }

    /** Each kind reads a page at most, from its own index. */
    private static List<UUID> partners(Connection connection, Kind kind, PageRequest request) throws SQLException {
        List<String> parts = (kind == null ? PARTNERS.values().stream() : Stream.of(PARTNERS.get(kind)))
                .map(part -> "select id from (" + part + ") as of_kind where id > ? order by id limit ?")
                .toList();
        String sql = "select id from ((" + String.join(") union (", parts) + ")) as missing order by id limit ?";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (int part = 0; part < parts.size(); part++) {
                read.setObject(++parameter, request.afterId());
                read.setInt(++parameter, request.rowsToRead());
            }
            read.setInt(++parameter, request.rowsToRead());
            List<UUID> partners = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    partners.add(rows.getObject(1, UUID.class));
                }
            }
            return partners;
        }
    }

    private static Map<UUID, List<Gap>> gaps(Connection connection, List<UUID> partners) throws SQLException {
        Map<UUID, List<Gap>> gaps = new LinkedHashMap<>();
        var ids = connection.createArrayOf("uuid", partners.toArray());
        try (PreparedStatement read = connection.prepareStatement(EVENTS)) {
            read.setArray(1, ids);
            read.setInt(2, MOST_EVENTS);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    of(gaps, rows).add(Gap.of(event(rows)));
                }
            }
        }
        try (PreparedStatement read = connection.prepareStatement(REST)) {
            for (int parameter = 1; parameter <= 3; parameter++) {
                read.setArray(parameter, ids);
            }
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    of(gaps, rows).add(gap(rows));
                }
            }
        }
        return gaps;
    }

    private static List<Gap> of(Map<UUID, List<Gap>> gaps, ResultSet row) throws SQLException {
        return gaps.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>());
    }

    private static Gap gap(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString(2));
        return kind == Kind.REQUIREMENT_INDETERMINATE
                ? Gap.of(List.of((String[]) row.getArray(3).getArray()))
                : Gap.of(kind);
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString(2),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
