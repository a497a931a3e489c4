package com.vsoxp.alliance.eligibility.rebuild.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The rows of a query that is ordered by partner, partner by partner, through a cursor.
 *
 * @param <T> what a row is made of
 */
final class Groups<T> implements AutoCloseable {

    private static final int AT_ONCE = 5_000;

    /** Reads a row; its first column is the partner's id. */
    interface Form<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Form<T> form;
    private UUID next;

    /** The query, with a place for which partners: these, or all if it is null. The connection is in a transaction. */
    Groups(Connection connection, String query, Collection<UUID> partners, Form<T> form) throws SQLException {
        this.form = form;
        statement = connection.prepareStatement(query.formatted(partners == null ? "true" : "partner_id = any(?)"));
        statement.setFetchSize(AT_ONCE);
        if (partners != null) {
            statement.setArray(1, connection.createArrayOf("uuid", partners.toArray()));
        }
        rows = statement.executeQuery();
        advance();
    }

    /** The partner whose rows come next; null after the last one. */
    UUID next() {
        return next;
    }

    /** The rows of this partner, if they come next. */
    List<T> of(UUID partner) throws SQLException {
        List<T> group = new ArrayList<>();
        while (partner.equals(next)) {
            group.add(form.read(rows));
            advance();
        }
        return group;
    }

    private void advance() throws SQLException {
        next = rows.next() ? rows.getObject(1, UUID.class) : null;
    }

    /** In the database's order of ids, which is not Java's. */
    static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
