package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.trace.TraceSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** One transaction over a batch: remember the events as taken, drop those that were, and let the intake take the rest. */
@ApplicationScoped
class IntakeTransaction {

    private static final String REMEMBER = """
            insert into inbox (event_id, intake) select id, ? from unnest(?::uuid[]) as id
            on conflict do nothing returning event_id""";

    private static final int TIMEOUT_SECONDS = 60;

    private final DataSource database;
    private final TraceSource traces;
    private final EventSpans spans;

    IntakeTransaction(DataSource database, TraceSource traces, EventSpans spans) {
        this.database = database;
        this.traces = traces;
        this.spans = spans;
    }

    /** Returns how many of the events were new. All of it commits, or nothing. */
    int take(Intake intake, List<ReceivedEvent> events) {
        return spans.around(intake.name(), events, causes -> QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> {
                    List<ReceivedEvent> fresh = firstSeen(intake.name(), events);
                    if (!fresh.isEmpty()) {
                        traces.runCausedBy(causes, () -> intake.take(fresh));
                    }
                    return fresh.size();
                }));
    }

    private List<ReceivedEvent> firstSeen(String intake, List<ReceivedEvent> events) throws SQLException {
        Map<UUID, ReceivedEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        Set<UUID> remembered = new HashSet<>();
        try (Connection connection = database.getConnection();
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            Array ids = connection.createArrayOf("uuid", byId.keySet().toArray());
            remember.setString(1, intake);
            remember.setArray(2, ids);
            try (ResultSet rows = remember.executeQuery()) {
                while (rows.next()) {
                    remembered.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return byId.values().stream()
                .filter(event -> remembered.contains(event.id()))
                .toList();
    }
}
