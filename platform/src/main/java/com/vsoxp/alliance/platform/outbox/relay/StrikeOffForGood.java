package com.vsoxp.alliance.platform.outbox.relay;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Deletes what was acknowledged: the broker has it. */
@DefaultBean
@ApplicationScoped
class StrikeOffForGood implements StrikeOff {

    private static final String STRIKE_OFF = "delete from outbox where id = any(?)";

    @Override
    public void strikeOff(Connection connection, List<OutboxRow> acknowledged) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(STRIKE_OFF)) {
            delete.setArray(1, OutboxRows.ids(connection, acknowledged));
            delete.executeUpdate();
        }
    }
}
