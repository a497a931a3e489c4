package com.vsoxp.alliance.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statements that go to the database together: the way there and back costs more than to store a few rows. They are carried
 * out one after another, and if one fails none behind it is begun.
 */
public final class RoundTrip {

    private static final String COMMIT = "commit";
    private static final String ROLLBACK = "rollback";

    private RoundTrip() {}

    /** Asks each of the questions, in that order. */
    public static Answers ask(Connection connection, Question<?>... questions) throws SQLException {
        List<Question<?>> worthAsking = Stream.of(questions)
                .filter(question -> !question.asked().rows().isEmpty())
                .toList();
        Answers answers = new Answers();
        if (worthAsking.isEmpty()) {
            return answers;
        }
        List<Rows<?>> asked = new ArrayList<>();
        worthAsking.forEach(question -> asked.add(question.asked()));
        try (PreparedStatement statement = connection.prepareStatement(sql(asked, List.of()))) {
            bind(statement, asked);
            statement.execute();
            for (Question<?> question : worthAsking) {
                readAnswer(statement, question, answers);
                statement.getMoreResults();
            }
        }
        return answers;
    }

    /** Stores rows of several tables, in that order; those of which there are none need no statement. */
    public static void store(Connection connection, Rows<?>... tables) throws SQLException {
        List<Rows<?>> filled = filled(tables);
        if (!filled.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql(filled, List.of()))) {
                bind(statement, filled);
                statement.execute();
            }
        }
    }

    /**
     * Stores rows as {@link #store} does, and commits the transaction by the way. Whoever manages the transaction finds nothing left to
     * commit; so this must be the last that is done in it.
     */
    public static void storeAndCommit(Connection connection, Rows<?>... tables) throws SQLException {
        List<Rows<?>> filled = filled(tables);
        try (PreparedStatement statement = connection.prepareStatement(sql(filled, List.of(COMMIT)))) {
            bind(statement, filled);
            statement.execute();
        }
    }

    /** Commits the transaction; whoever manages it finds nothing left to commit. */
    public static void commit(Connection connection) throws SQLException {
        end(connection, COMMIT);
    }

    /** Undoes what was done in the transaction. The next statement begins another one, for whoever manages it to commit. */
    public static void rollback(Connection connection) throws SQLException {
        end(connection, ROLLBACK);
    }

    private static void end(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
        }
    }

    private static List<Rows<?>> filled(Rows<?>... tables) {
        return Stream.of(tables).filter(table -> !table.rows().isEmpty()).toList();
    }

    private static String sql(List<Rows<?>> tables, List<String> others) {
        return Stream.concat(tables.stream().map(Rows::sql), others.stream()).collect(Collectors.joining(";\n"));
    }

    private static void bind(PreparedStatement statement, List<Rows<?>> tables) throws SQLException {
        int parameters = 0;
        for (Rows<?> table : tables) {
            parameters = table.bind(statement, parameters);
        }
    }

    private static <R> void readAnswer(PreparedStatement statement, Question<R> question, Answers answers)
            throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            // A statement that only stores has none.
            if (rows != null) {
                answers.add(question, question.read(rows));
            }
        }
    }
}
