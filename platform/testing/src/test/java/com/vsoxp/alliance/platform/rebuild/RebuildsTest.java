package com.vsoxp.alliance.platform.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.job.JobEndedException;
import com.vsoxp.alliance.platform.job.JobLock;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What all rebuilds have in common, whatever they build. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RebuildsTest {

    @Inject
    ScriptedWork work;

    @Inject
    DataSource database;

    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void letItEnd() {
        goOn.countDown();
        await().until(() -> given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds")
                .jsonPath()
                .getList("items.findAll { it.status == 'RUNNING' }")
                .isEmpty());
    }

    @Test
    void itIsWorkedAtInTheBackgroundAndShowsHowFarItIsAndWhatItCameTo() {
        work.willDo((_, progress) -> {
            progress.at("MENDING", 90);
            awaitGo();
            return new ScriptedWork.Summary(7);
        });
        String begun = begun(start());

        await().until(() -> read(begun).getString("phase").equals("MENDING"));
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds/{id}", begun)
                .then()
                .statusCode(200)
                .body("status", equalTo("RUNNING"))
                .body("progress", equalTo(90))
                .body("summary", nullValue());

        goOn.countDown();
        JsonPath completed = ended(begun);
        assertThat(completed.getString("status")).isEqualTo("COMPLETED");
        assertThat(completed.getString("phase")).isEqualTo("DONE");
        assertThat(completed.getInt("progress")).isEqualTo(100);
        assertThat(completed.getLong("summary.events")).isEqualTo(7);
    }

    @Test
    void howFarItIsIsSeenWhileItsOwnTransactionIsOpen() {
        work.willDo((_, progress) -> QuarkusTransaction.requiringNew().call(() -> {
            progress.at("READING", 40);
            awaitGo();
            return new ScriptedWork.Summary(0);
        }));
        String begun = begun(start());

        await().until(() -> read(begun).getInt("progress") == 40);
    }

    @Test
    void whileOneRunsNoOtherBegins() {
        work.willDo((_, _) -> {
            awaitGo();
            return new ScriptedWork.Summary(0);
        });
        String begun = begun(start());

        start().then().statusCode(409).body("code", equalTo("REBUILD_RUNNING"));
        goOn.countDown();
        ended(begun);
        ended(begun(start()));
    }

    @Test
    void aRetryIsAnsweredWithTheFirstAndBeginsNoOther() {
        work.willDo((_, _) -> new ScriptedWork.Summary(0));
        String key = UUID.randomUUID().toString();
        String first = begun(startWith(key));
        ended(first);

        assertThat(begun(startWith(key))).isEqualTo(first);
    }

    @Test
    void whyItCannotGoOnIsSaid() {
        work.willDo((_, _) -> {
            throw new JobEndedException("The topic does not reach back.");
        });
        JsonPath ended = ended(begun(start()));

        assertThat(ended.getString("status")).isEqualTo("FAILED");
        assertThat(ended.getString("failure")).isEqualTo("The topic does not reach back.");
        assertThat(ended.getString("summary")).isNull();
    }

    @Test
    void whatWentWrongWithinIsForTheLogAlone() {
        work.willDo((_, _) -> {
            throw new IllegalStateException("select secret");
        });
        JsonPath ended = ended(begun(start()));

        assertThat(ended.getString("status")).isEqualTo("FAILED");
        assertThat(ended.getString("failure"))
                .startsWith("Something went wrong")
                .doesNotContain("secret");
    }

    @Test
    void oneThatSomebodyIsAtGoesOnAndOneWhoseReplicaEndedFails() throws SQLException {
        UUID id = Ids.next();
        try (Connection replica = database.getConnection();
                JobLock _ = JobLock.take(replica, RunningRebuild.LOCK)) {
            try (var statement = replica.createStatement()) {
                statement.execute(
                        "insert into rebuild (id, status, phase, started_at) values ('%s', 'RUNNING', 'READING', now())"
                                .formatted(id));
            }
            await().during(Duration.ofSeconds(1))
                    .until(() -> read(id.toString()).getString("status").equals("RUNNING"));
        }

        JsonPath ended = ended(id.toString());
        assertThat(ended.getString("status")).isEqualTo("FAILED");
        assertThat(ended.getString("failure")).startsWith("The replica that ran it ended");
    }

    @Test
    void theLatestIsListedFirstAndAPageLeadsToTheNext() {
        work.willDo((_, _) -> new ScriptedWork.Summary(0));
        String earlier = begun(start());
        ended(earlier);
        String later = begun(start());

        JsonPath page = list(null);
        assertThat(page.getString("items[0].id")).isEqualTo(later);
        assertThat(list(page.getString("nextCursor")).getString("items[0].id")).isEqualTo(earlier);
    }

    @Test
    void oneThatIsNotThereIsNotFound() {
        given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds/{id}", Ids.next())
                .then()
                .statusCode(404);
    }

    private void awaitGo() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new JobEndedException("It was interrupted.");
        }
    }

    private static Response start() {
        return startWith(UUID.randomUUID().toString());
    }

    private static Response startWith(String key) {
        return given().auth()
                .oauth2(Tokens.programManager())
                .header("Idempotency-Key", key)
                .post("/v1/rebuilds");
    }

    private static String begun(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String id = answer.path("id");
        assertThat(answer.header("Location")).endsWith("/v1/rebuilds/" + id);
        return id;
    }

    private static JsonPath ended(String id) {
        await().until(() -> !read(id).getString("status").equals("RUNNING"));
        return read(id);
    }

    private static JsonPath read(String id) {
        return given().auth()
                .oauth2(Tokens.auditor())
                .get("/v1/rebuilds/{id}", id)
                .jsonPath();
    }

    private static JsonPath list(String cursor) {
        var asked = given().auth().oauth2(Tokens.auditor()).queryParam("limit", 1);
        return (cursor == null ? asked : asked.queryParam("cursor", cursor))
                .get("/v1/rebuilds")
                .jsonPath();
    }
}
