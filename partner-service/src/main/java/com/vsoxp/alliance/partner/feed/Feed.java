package com.vsoxp.alliance.partner.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Reads the feed. Every call is one statement whose cost does not depend on how long the feed is: events of one type, and
 * those of one partner, have an index each; for some types of one partner a bounded stretch is searched.
 */
@ApplicationScoped
public class Feed {

    private static final int STRETCH = 1_000;

    private static final String COLUMNS = "position, event_id, type, topic, source, partner_id, time, sequence, data";

    // The head is of the same snapshot as the events: every event up to it was looked at.
    private static final String READ = """
            select state.epoch, state.purged_through,
                   greatest(state.purged_through, (select max(position) from event_feed)) as head,
                   %s as searched_through, event.*
            from event_feed_state state left join lateral (%s) event on true
            order by event.position""";

    private static final String NO_BOUND = "null::bigint";

    private static final String OF_ALL =
            "select " + COLUMNS + " from event_feed where position > ? order by position limit {limit}";

    private static final String OF_PARTNER = "select " + COLUMNS
            + " from event_feed where partner_id = ? and position > ? order by position limit {limit}";

    private static final String OF_TYPES = """
            select ofType.* from unnest(?::text[]) as wanted (type) cross join lateral (
                select %s from event_feed where type = wanted.type and position > ? order by position limit {limit}) ofType
            order by position limit {limit}""".formatted(COLUMNS);

    private static final String OF_TYPES_OF_PARTNER = """
            select %s from (
                select * from event_feed where partner_id = ? and position > ? order by position limit %d) as searched
            where type = any(?) order by position limit {limit}""".formatted(COLUMNS, STRETCH);

    private static final String SEARCHED_OF_PARTNER = """
            (select max(position) from (
                select position from event_feed where partner_id = ? and position > ? order by position limit %1$d) searched
             having count(*) = %1$d)""".formatted(STRETCH);

    private final DataSource database;

    Feed(DataSource database) {
        this.database = database;
    }

    /** The events wanted that stand behind that position, at most that many. 0 is before the first. */
    public FeedSlice after(long position, FeedFilter filter, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = prepare(connection, position, filter, limit);
                ResultSet rows = read.executeQuery()) {
            return slice(rows, position, limit);
        } catch (SQLException e) {
            throw new FeedException("The feed could not be read", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, long position, FeedFilter filter, int limit)
            throws SQLException {
        Object types = connection.createArrayOf("text", filter.types().toArray());
        if (filter.partnerId() == null && filter.types().isEmpty()) {
            return prepare(connection, sql(NO_BOUND, OF_ALL, limit), position);
        }
        if (filter.partnerId() == null) {
            return prepare(connection, sql(NO_BOUND, OF_TYPES, limit), types, position);
        }
        if (filter.types().isEmpty()) {
            return prepare(connection, sql(NO_BOUND, OF_PARTNER, limit), filter.partnerId(), position);
        }
        return prepare(
                connection,
                sql(SEARCHED_OF_PARTNER, OF_TYPES_OF_PARTNER, limit),
                filter.partnerId(),
                position,
                filter.partnerId(),
                position,
                types);
    }

    // A plan that must do for every limit may read the whole table where a small one needs 50 rows of an index.
    private static String sql(String searched, String events, int limit) {
        return READ.formatted(searched, events.replace("{limit}", Integer.toString(limit)));
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static FeedSlice slice(ResultSet rows, long after, int limit) throws SQLException {
        List<FeedEvent> events = new ArrayList<>();
        UUID epoch = null;
        long head = 0;
        long searched = 0;
        boolean whole = true;
        while (rows.next()) {
            epoch = rows.getObject("epoch", UUID.class);
            head = rows.getLong("head");
            searched = rows.getLong("searched_through");
            whole = rows.getLong("purged_through") <= after && after <= head;
            if (rows.getLong("position") > 0) {
                events.add(FeedEvent.of(rows));
            }
        }
        if (events.size() == limit) {
            return new FeedSlice(epoch, events, events.getLast().position(), true, whole);
        }
        return searched > 0
                ? new FeedSlice(epoch, events, searched, true, whole)
                : new FeedSlice(epoch, events, Math.max(after, head), false, whole);
    }
}
