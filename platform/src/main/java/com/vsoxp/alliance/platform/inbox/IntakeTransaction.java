package com.vsoxp.alliance.platform.inbox;

import com.vsoxp.alliance.platform.sql.SqlArray;
import com.vsoxp.alliance.platform.trace.TraceSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** One transaction over a batch: remember the events as taken, drop those that were, and let the intake take the rest. */
@ApplicationScoped
class IntakeTransaction {

    /** Answers which of the events are new, unless all are, as nearly always. */
    private static final String REMEMBER = """
            with fresh as (
                insert into inbox (event_id, intake) select id, ? from unnest(?::uuid[]) as id
                on conflict do nothing returning event_id)
            select case when count(*) < ? then coalesce(array_agg(event_id), '{}') end from fresh""";

    private static final int TIMEOUT_SECONDS = 60;

    private final DataSource database;
    private final TraceSource traces;
    private final EventSpans spans;

    IntakeTransaction(DataSource database, TraceSource traces, EventSpans spans) {
        this.database = database;
        this.traces = traces;
        this.spans = spans;
    }

    /** Returns how many of the events were taken. All of it commits, or nothing. */
    int take(Intake intake, List<ReceivedEvent> events) {
        return spans.around(intake.name(), events, causes -> QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> {
                    List<ReceivedEvent> fresh = intake.bearsRepetition() ? events : firstSeen(intake.name(), events);
                    if (!fresh.isEmpty()) {
                        traces.runCausedBy(causes, () -> intake.take(fresh));
                    }
                    return fresh.size();
                }));
    }

    private List<ReceivedEvent> firstSeen(String intake, List<ReceivedEvent> events) throws SQLException {
        Map<UUID, ReceivedEvent> byId = new LinkedHashMap<>();
        events.forEach(event -> byId.putIfAbsent(event.id(), event));
        try (Connection connection = database.getConnection();
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setString(1, intake);
            remember.setArray(2, SqlArray.ofIds(connection, byId.keySet()));
            remember.setInt(3, byId.size());
            try (ResultSet row = remember.executeQuery()) {
                row.next();
                Array fresh = row.getArray(1);
                if (fresh != null) {
                    byId.keySet().retainAll(Set.of((UUID[]) fresh.getArray()));
                }
            }
        }
        return List.copyOf(byId.values());
    }
}
