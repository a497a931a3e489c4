package com.vsoxp.alliance.eligibility.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** What tests of rebuilds do: ask for one, wait for it, and read what stands. */
final class Rebuilding {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is known of partners, each table with the column that names the partner. */
    static final Map<String, String> TABLES = Map.of(
            "fact", "partner_id",
            "fact_past", "partner_id",
            "enrollment_said", "partner_id",
            "partner", "id",
            "standing", "partner_id");

    private final DataSource connections;

    Rebuilding(DataSource connections) {
        this.connections = connections;
    }

    /** All that is known of these partners, once nothing moves any more. */
    Map<String, List<String>> rows(String ids) {
        awaitAllTaken();
        Map<String, List<String>> rows = new LinkedHashMap<>();
        TABLES.forEach((table, key) -> rows.put(
                table,
                column("select to_jsonb(t)::text from %s t where %s in (%s) order by 1".formatted(table, key, ids))));
        return rows;
    }

    /** Nothing moves any more: what came in was taken, and what followed from it. */
    void awaitAllTaken() {
        String state = "select (select count(*) from inbox) || ' ' || (select count(*) from decision) || ' '"
                + " || (select count(*) from outbox)";
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(700))
                .until(
                        () -> List.of(
                                column(state).getFirst(),
                                column(state + ", pg_sleep(0.6)").getFirst()),
                        both -> both.getFirst().equals(both.getLast()));
    }

    static Response start() {
        return given().auth().oauth2(Tokens.programManager()).post("/v1/rebuilds");
    }

    static String status(String place) {
        return given().auth().oauth2(Tokens.auditor()).get(place).path("status");
    }

    /** What became of one that was begun, once it has ended. */
    static JsonNode ended(Response begun) {
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        String place = begun.header("Location");
        await().atMost(PATIENCE).until(() -> !status(place).equals("RUNNING"));
        return given().auth().oauth2(Tokens.auditor()).get(place).as(JsonNode.class);
    }

    static JsonNode completed(Response begun) {
        JsonNode rebuild = ended(begun);
        assertThat(rebuild.path("status").asText()).as(rebuild.toString()).isEqualTo("COMPLETED");
        return rebuild;
    }

    List<String> column(String query) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    void execute(String sql) {
        try (Connection connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
