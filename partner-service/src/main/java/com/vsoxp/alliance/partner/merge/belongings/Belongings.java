package com.vsoxp.alliance.partner.merge.belongings;

import com.vsoxp.alliance.platform.outbox.NewEvent;
import java.util.List;
import java.util.UUID;

/**
 * What partners have of one kind, and how it is told of when it goes from one partner's record to another's. Two partners'
 * streams of events are not ordered with each other, so each is told all that concerns it, and counts by itself.
 */
public interface Belongings {

    /** The table they stand in; it has the columns {@code id}, {@code partner_id} and {@code version}. */
    String table();

    /** A condition in SQL, on {@code item} of that table, for what stays since {@code :to} has its like already. */
    default String stays() {
        return "false";
    }

    /** What the partner who has them now is told to have, as far as they count and are still there. */
    List<NewEvent> gained(List<UUID> ids);

    /** What the partner who had them before is told: that they never counted. */
    List<NewEvent> lost(List<UUID> ids, UUID loser);
}
