package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.Replica;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import com.vsoxp.alliance.local.key.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A rebuild by one of two processes of eligibility-service, which is killed while it replaces what stands. */
class KilledRebuildIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));

    private static final List<String> KNOWN = List.of("fact", "fact_past", "enrollment_said", "partner", "standing");

    /** How far events are counted is set right at once: it is true whatever becomes of the rebuild. */
    private static final String COUNTED = "outbox_sequence";

    private final LocalAlliance alliance = RunningAlliance.another(PARTNER, ELIGIBILITY);
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @AfterEach
    void stop() {
        alliance.close();
    }

    @Test
    void oneOfTwoRebuildsAndWhenItIsKilledHalfWayNothingHasChangedAndTheOtherDoesItAnew() throws SQLException {
        partnersOfSomeKinds();
        Replica other = alliance.replicate(ELIGIBILITY);
        List<AllianceClient> replicas = List.of(manager(), managerOf(other));
        Map<String, List<String>> before = rows();
        before.keySet().forEach(table -> execute("delete from " + table));

        String rebuild;
        int victim;
        try (Connection holder = database();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table standing in share mode");
            List<Answer> answers = bothAskAtOnce(replicas);
            victim = answers.getFirst().status() == 201 ? 0 : 1;
            rebuild = answers.get(victim).orThrow().id();
            Answer refused = answers.get(1 - victim);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().path("code").asText()).isEqualTo("REBUILD_RUNNING");
            SOON.until(this::isWaitingToReplaceStandings);
            if (victim == 0) {
                alliance.kill(ELIGIBILITY);
            } else {
                other.kill();
            }
        }
        AllianceClient survivor = replicas.get(1 - victim);

        JsonNode failed = ended(survivor, rebuild);
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asText()).contains("The replica that ran it ended; nothing was changed");
        Map<String, List<String>> left = rows();
        KNOWN.forEach(table -> assertThat(left.get(table)).as(table).isEmpty());

        String again = survivor.post(ELIGIBILITY, "/v1/rebuilds", "").orThrow().id();
        assertThat(ended(survivor, again).path("status").asText()).isEqualTo("COMPLETED");
        assertThat(rows()).isEqualTo(before);
    }

    private void partnersOfSomeKinds() {
        AllianceClient crm = new AllianceClient(alliance::url, alliance.tokens().token(Role.CRM), Duration.ZERO);
        List<Company> companies = Stream.generate(() -> new Company(crm, manager(), today).appliesFor("PREMIER"))
                .limit(3)
                .toList();
        Company premier = companies.getFirst().bringsAllPremierEvidence();
        premier.sells(20);
        String sale = companies.getLast().sells(7);
        companies.getLast().givesBack(sale, 2);
        SOON.until(() -> "PREMIER".equals(premier.tier())
                && companies.stream().skip(1).allMatch(company -> "RESELLER".equals(company.tier()))
                && companies.getLast().isCreditedWith(5));
    }

    private static List<Answer> bothAskAtOnce(List<AllianceClient> replicas) {
        return replicas.stream()
                .map(replica -> CompletableFuture.supplyAsync(() -> replica.post(ELIGIBILITY, "/v1/rebuilds", "")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private JsonNode ended(AllianceClient client, String rebuild) {
        return SOON.until(
                () -> client.get(ELIGIBILITY, "/v1/rebuilds/" + rebuild)
                        .orThrow()
                        .body(),
                body -> !body.path("status").asText().equals("RUNNING"));
    }

    private boolean isWaitingToReplaceStandings() {
        return column("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                                + " and query like 'delete from standing%'")
                        .size()
                == 1;
    }

    /** What stands once nothing moves any more. */
    private Map<String, List<String>> rows() {
        String state = "select (select count(*) from inbox) || ' ' || (select count(*) from decision) || ' '"
                + " || (select count(*) from outbox)";
        SOON.until(
                () -> List.of(
                        column(state).getFirst(),
                        column(state + ", pg_sleep(0.6)").getFirst()),
                both -> both.getFirst().equals(both.getLast()));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Stream.concat(KNOWN.stream(), Stream.of(COUNTED))
                .forEach(table ->
                        rows.put(table, column("select to_jsonb(t)::text from %s t order by 1".formatted(table))));
        return rows;
    }

    private AllianceClient manager() {
        return new AllianceClient(alliance::url, alliance.tokens().token(Role.PROGRAM_MANAGER), Duration.ZERO);
    }

    private AllianceClient managerOf(Replica replica) {
        return new AllianceClient(_ -> replica.url(), alliance.tokens().token(Role.PROGRAM_MANAGER), Duration.ZERO);
    }

    private Connection database() throws SQLException {
        return alliance.infrastructure().postgres().connect(ELIGIBILITY.database());
    }

    private void execute(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> column(String query) {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
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
}
