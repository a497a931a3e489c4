package com.vsoxp.alliance.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Rows that are to be stored by one statement.
 *
 * @param sql unnests an array for each of the columns, and has no other parameters
 * @param rows what they are made of
 * @param columns sets the columns, in the order of the statement's parameters
 */
public record Rows<T>(String sql, Collection<T> rows, Columns<T> columns) {

    /** Sets the columns of a statement. */
    public interface Columns<T> {

        /** Sets each of them, in order. */
        void set(ArrayColumns<T> columns) throws SQLException;
    }

    /** Sets the columns behind that many other parameters, and returns how many there are now. */
    int bind(PreparedStatement statement, int others) throws SQLException {
        ArrayColumns<T> array = new ArrayColumns<>(statement, rows, others);
        columns.set(array);
        return array.parameters();
    }
}
