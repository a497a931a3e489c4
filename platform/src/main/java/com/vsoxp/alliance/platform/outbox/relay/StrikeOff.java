package com.vsoxp.alliance.platform.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What becomes of events that the broker has acknowledged: they leave the outbox. A service that wants to keep them says where, and
 * moves them there in the transaction in which they leave.
 */
public interface StrikeOff {

    /**
     * Takes these rows, and no others, out of the outbox, by one transaction of its own.
     *
     * @param connection in auto-commit mode
     */
    void strikeOff(Connection connection, List<OutboxRow> acknowledged) throws SQLException;
}
