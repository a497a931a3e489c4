package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.Replica;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Company;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two processes of directory-service, each with its answers in memory, on one database. */
class DirectoryReplicasIT {

    private static final ConditionFactory SOON =
            await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));

    /** From the answer to a change until both show it. */
    private static final Duration SECONDS = Duration.ofSeconds(5);

    private static final LocalAlliance ALLIANCE = RunningAlliance.get();
    private static Replica replica;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<URI> both = List.of(ALLIANCE.url(DIRECTORY), replica.url());
    private final AllianceClient crm = RunningAlliance.crm();
    private final AllianceClient manager = RunningAlliance.programManager();
    private final Company company = RunningAlliance.company().appliesFor("RESELLER");
    private final String slug = slug();
    private final String listing = "/v1/listings/" + slug;
    private final String page = "/partners/" + slug;
    private final String list = "/v1/listings?partnerId=" + company.id();
    private final String stories = "/v1/success-stories?partnerId=" + company.id();

    @BeforeAll
    static void replicate() {
        replica = ALLIANCE.replicate(DIRECTORY);
    }

    @AfterAll
    static void end() {
        replica.kill();
    }

    @Test
    void aChangeShowsInBothUnderANewTag() {
        movesTo("Lisbon");
        bothShow("Lisbon", listing, page, list);
        List<String> tags = both.stream().map(one -> tag(one, listing)).toList();
        assertThat(tags.getFirst()).as("of the same bytes").isEqualTo(tags.getLast());

        movesTo("Porto");

        bothShow("Porto", listing, page, list);
        for (URI one : both) {
            HttpResponse<String> now = read(one, listing, tags.getFirst());
            assertThat(now.statusCode()).isEqualTo(200);
            assertThat(read(one, listing, tag(now)).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void aRetractionAndASuspensionTakeAwayInBoth() {
        String title = "How " + company.id() + " halved its tickets";
        String story = publishes(title);
        bothShow(title, stories, page);

        manager.post(PARTNER, company.path("/success-stories/" + story + "/retraction"), Map.of("reason", "Withdrawn."))
                .orThrow();
        bothShowNo(title, stories, page);

        bothShow(slug, list, listing);
        company.isMoved("suspension");
        bothShowNo(slug, list);
        for (URI one : both) {
            SOON.atMost(SECONDS).untilAsserted(() -> {
                assertThat(read(one, listing, null).statusCode()).isEqualTo(404);
                assertThat(read(one, page, null).statusCode()).isEqualTo(404);
            });
        }
        company.isMoved("reinstatement");
        bothShow(slug, list, listing, page);
    }

    /** What is told before it listens again calls nobody. */
    @Test
    void whereListeningWasCutChangesShowAllTheSame() {
        movesTo("Lisbon");
        bothShow("Lisbon", listing, page, list);
        List<Integer> listeners = SOON.until(DirectoryReplicasIT::listeners, found -> found.size() == both.size());
        for (int listener : listeners) {
            String city = "City " + listener;
            execute("select pg_terminate_backend(" + listener + ")");
            movesTo(city);
            bothShow(city, listing, page, list);
        }
        assertThat(SOON.until(DirectoryReplicasIT::listeners, found -> found.size() == both.size()))
                .doesNotContainAnyElementsOf(listeners);
    }

    private String slug() {
        return SOON.until(() -> company.listing().path("slug").asText(""), found -> !found.isEmpty());
    }

    private void movesTo(String city) {
        String etag =
                crm.get(PARTNER, company.path("")).orThrow().header("ETag").orElseThrow();
        crm.patch(PARTNER, company.path(""), Map.of("city", city), etag).orThrow();
    }

    private String publishes(String title) {
        String story = crm.post(
                        PARTNER,
                        company.path("/success-stories"),
                        Map.of("title", title, "customer", "Contoso", "summary", "It went well.", "body", "Very well."))
                .orThrow()
                .id();
        manager.post(PARTNER, company.path("/success-stories/" + story + "/publication"), Map.of("reason", "Good."))
                .orThrow();
        return story;
    }

    /** Asks again and again, so that what is shown comes from memory as soon as it may. */
    private void bothShow(String text, String... paths) {
        for (URI one : both) {
            for (String path : paths) {
                SOON.atMost(SECONDS)
                        .untilAsserted(() -> assertThat(read(one, path, null).body())
                                .as(one + path)
                                .contains(text));
            }
        }
    }

    private void bothShowNo(String text, String... paths) {
        for (URI one : both) {
            for (String path : paths) {
                SOON.atMost(SECONDS).untilAsserted(() -> {
                    HttpResponse<String> answer = read(one, path, null);
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body()).as(one + path).doesNotContain(text);
                });
            }
        }
    }

    private String tag(URI replica, String path) {
        return tag(read(replica, path, null));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> read(URI replica, String path, String known) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(replica.resolve(path)).timeout(SECONDS);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(replica + path, e);
        }
    }

    /** The connections by which replicas hear of changes: what they asked last is what was told since. */
    private static List<Integer> listeners() {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select pid from pg_stat_activity where datname = current_database()"
                        + " and query like 'select slug, changed_at, position from (%' order by pid")) {
            List<Integer> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection database() throws SQLException {
        return ALLIANCE.infrastructure().postgres().connect(DIRECTORY.database());
    }
}
