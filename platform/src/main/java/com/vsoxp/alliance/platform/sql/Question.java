package com.vsoxp.alliance.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement that answers rows: one that selects, or changes and returns.
 *
 * @param asked the statement and its parameters; about no rows it need not be asked, and nothing is answered
 * @param reader reads a row of the answer
 */
public record Question<R>(Rows<?> asked, Reader<R> reader) {

    /** Reads the row that a result is at. */
    public interface Reader<R> {

        /** Reads it, and leaves the result where it is. */
        R read(ResultSet row) throws SQLException;
    }

    /** Wants rows stored on the way between questions, and no answer. */
    public static Question<Void> storing(Rows<?> rows) {
        return new Question<>(rows, _ -> null);
    }

    List<R> read(ResultSet rows) throws SQLException {
        List<R> answer = new ArrayList<>();
        while (rows.next()) {
            answer.add(reader.read(rows));
        }
        return answer;
    }
}
