package com.vsoxp.alliance.eligibility.fact;

import com.vsoxp.alliance.platform.sql.ArrayColumns;
import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Stores what is said about facts. They come by the hundred in a batch of events, so all of a batch go in by one
 * statement, beside the object-relational mapper. If some are not new, a second one overwrites what was said before and moves
 * that to the past; and only when both took fewer than they were given are those looked up that came too late.
 */
@UseCase
public class StoreFacts {

    private final DataSource database;

    StoreFacts(DataSource database) {
        this.database = database;
    }

    /**
     * Stores all of it in the caller's transaction. What was heard of a fact before with a higher sequence stays.
     *
     * @throws FactsException if the database does not take it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(Collection<FactChange> changes) {
        store(changes, Saying.RECORDING);
        store(changes, Saying.WITHDRAWAL);
    }

    private <C extends FactChange> void store(Collection<FactChange> changes, Saying<C> saying) {
        List<C> said = saying.among(changes);
        if (said.isEmpty()) {
            return;
        }
        // One statement must not touch a fact twice. Facts of one partner lie together in the index, neighbors near it.
        Collection<C> latest = latest(said);
        // Nearly all are new, and to add those alone costs the database a fifth less.
        int stored = added(saying, latest);
        if (stored < latest.size()) {
            stored += stored(saying, latest);
        }
        if (stored < said.size()) {
            write(saying.before(), said, saying.columnsBefore());
        }
    }

    private static <C extends FactChange> Collection<C> latest(Collection<C> said) {
        Map<?, C> latest = said.stream()
                .sorted(Comparator.comparing(FactChange::partnerId))
                .collect(Collectors.toMap(
                        change -> Map.entry(change.partnerId(), change.factId()),
                        Function.identity(),
                        (one, other) -> one.sequence() > other.sequence() ? one : other,
                        LinkedHashMap::new));
        return latest.values();
    }

    private <C extends FactChange> int added(Saying<C> saying, Collection<C> rows) {
        return write(saying.add(), rows, saying.columns());
    }

    private <C extends FactChange> int stored(Saying<C> saying, Collection<C> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement store = connection.prepareStatement(saying.store())) {
            saying.columns().of(new ArrayColumns<>(store, rows));
            try (ResultSet counted = store.executeQuery()) {
                counted.next();
                return counted.getInt(1);
            }
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }

    private <C> int write(String sql, Collection<C> rows, Saying.Columns<C> columns) {
        try (Connection connection = database.getConnection();
                PreparedStatement write = connection.prepareStatement(sql)) {
            columns.of(new ArrayColumns<>(write, rows));
            return write.executeUpdate();
        } catch (SQLException e) {
            throw new FactsException(e);
        }
    }
}
