package com.vsoxp.alliance.partner.feed;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An event at its place in the feed.
 *
 * @param position its place: larger than that of every event that was there before
 * @param partnerId the partner it is about; null for one of the program
 * @param sequence its place among the events of its topic and partner
 * @param data the content as it was published: a JSON object
 */
public record FeedEvent(
        long position,
        UUID id,
        String type,
        String topic,
        String source,
        UUID partnerId,
        Instant time,
        long sequence,
        String data) {

    /** Reads a row of the table. */
    public static FeedEvent of(ResultSet row) throws SQLException {
        return new FeedEvent(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("topic"),
                row.getString("source"),
                row.getObject("partner_id", UUID.class),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getLong("sequence"),
                new String(row.getBytes("data"), StandardCharsets.UTF_8));
    }
}
