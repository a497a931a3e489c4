package com.vsoxp.alliance.partner.feed.keeping;

import com.vsoxp.alliance.partner.feed.FeedBell;
import com.vsoxp.alliance.platform.outbox.relay.OutboxRow;
import com.vsoxp.alliance.platform.outbox.relay.OutboxRows;
import com.vsoxp.alliance.platform.outbox.relay.StrikeOff;
import com.vsoxp.alliance.platform.usecase.UseCase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Moves this service's own events from the outbox to the end of the feed as soon as the broker has them: by then everybody may know
 * them, and they need not come back from the broker first.
 */
@UseCase
class MoveToFeed implements StrikeOff {

    // Sent together, so both are one transaction: the turn is taken before the positions are given out, and held to the
    // commit.
    // Every event of this service is about the partner that is its key.
    private static final String MOVE = AppendToFeed.TAKE_TURN + """
            ;
            with moved as (delete from outbox where id = any(?) returning *)
            insert into event_feed (event_id, type, topic, source, partner_id, time, sequence, data)
            select event_id, type, topic, '/partner-service', key::uuid, occurred_at, sequence, data from moved order by id""";

    private final FeedBell bell;

    MoveToFeed(FeedBell bell) {
        this.bell = bell;
    }

    @Override
    public void strikeOff(Connection connection, List<OutboxRow> acknowledged) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setArray(1, OutboxRows.ids(connection, acknowledged));
            move.execute();
        }
        bell.ring(acknowledged.stream()
                .map(event -> new FeedBell.News(event.type(), UUID.fromString(event.key())))
                .distinct()
                .toList());
    }
}
