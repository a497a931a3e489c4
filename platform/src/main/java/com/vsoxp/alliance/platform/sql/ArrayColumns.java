package com.vsoxp.alliance.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/**
 * Gives many rows to one statement: each parameter is a column of them, an array that the statement unnests. So any number
 * of rows is one statement, with one plan. Many columns are unnested one by one in the list of a {@code select}: together in
 * its {@code from} each would be laid aside before the first row is made, at ten times the cost.
 *
 * @param <T> what a row is made of
 */
public final class ArrayColumns<T> {

    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int parameter;

    /** The columns are the statement's parameters from the first one on. */
    public ArrayColumns(PreparedStatement statement, Collection<T> rows) {
        this(statement, rows, 0);
    }

    /** The columns are the statement's parameters behind that many others. */
    public ArrayColumns(PreparedStatement statement, Collection<T> rows, int others) {
        this.statement = statement;
        this.rows = rows;
        this.parameter = others;
    }

    /** Sets the next parameter to the values of one column, of that type of PostgreSQL. */
    public ArrayColumns<T> set(String type, Function<T, ?> value) throws SQLException {
        // Arrays of these types travel in binary, which costs both sides less than to write and to read text.
        Object[] values =
                switch (type) {
                    case "text" -> new String[rows.size()];
                    case "int4" -> new Integer[rows.size()];
                    case "int8" -> new Long[rows.size()];
                    default -> new Object[rows.size()];
                };
        int i = 0;
        for (T row : rows) {
            values[i++] = value.apply(row);
        }
        statement.setArray(++parameter, SqlArray.of(statement.getConnection(), type, values));
        return this;
    }

    /** Sets the next parameter to the values of one column of {@code bytea}. */
    public ArrayColumns<T> setBytes(Function<T, byte[]> value) throws SQLException {
        byte[][] values = rows.stream().map(value).toArray(byte[][]::new);
        statement.setArray(++parameter, statement.getConnection().createArrayOf("bytea", values));
        return this;
    }

    /** How many parameters of the statement are set now. */
    int parameters() {
        return parameter;
    }
}
