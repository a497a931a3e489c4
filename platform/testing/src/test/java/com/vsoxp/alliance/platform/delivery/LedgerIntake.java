package com.vsoxp.alliance.platform.delivery;

import com.vsoxp.alliance.platform.inbox.Intake;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import com.vsoxp.alliance.platform.outbox.NewEvent;
import com.vsoxp.alliance.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Writes every event it takes into a ledger, and answers each by an event of its own. */
@ApplicationScoped
class LedgerIntake implements Intake {

    private final DataSource database;
    private final Outbox outbox;

    LedgerIntake(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Set<String> topics() {
        return Set.of("alliance.partners");
    }

    @Override
    public void take(List<ReceivedEvent> events) {
        List<NewEvent> answers = new ArrayList<>();
        for (ReceivedEvent event : events) {
            String note = event.dataAs(Note.class).note();
            if ("poison".equals(note)) {
                throw new PoisonEventException("This note is poison");
            }
            write(event.key(), event.sequence(), note);
            answers.add(new NewEvent("alliance.benefits", "test.noted", event.key(), new Note(note)));
        }
        outbox.append(answers);
    }

    List<Long> sequencesOf(String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select sequence from ledger where key = ? order by id")) {
            select.setString(1, key);
            List<Long> sequences = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sequences.add(rows.getLong(1));
                }
            }
            return sequences;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String key, long sequence, String note) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into ledger (key, sequence, note) values (?, ?, ?)")) {
            insert.setString(1, key);
            insert.setLong(2, sequence);
            insert.setString(3, note);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
