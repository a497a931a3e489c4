package com.vsoxp.alliance.directory.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.directory.cache.hot.Freshness;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is not in memory, asked for while it is being made. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ColdReadsTest {

    private static final int MANY = 12;

    @Inject
    Freshness freshness;

    private final ExecutorService callers = Executors.newFixedThreadPool(MANY);

    @AfterEach
    void end() {
        callers.close();
    }

    @Test
    void whatManyAskForAtOnceIsMadeOnceAndAllHaveIt() throws Exception {
        var name = Said.word();
        Said.listed(name);
        var path = "/v1/listings/" + name;
        try (var gate = Gate.at(path)) {
            var first = asked(() -> given().get(path));
            gate.await(1, 1);
            var others = IntStream.range(2, MANY)
                    .mapToObj(_ -> asked(() -> given().get(path)))
                    .toList();
            var whoHasIt = asked(() -> given().header("If-None-Match", "*").get(path));
            gate.await(MANY, 1);
            gate.open();

            var made = first.get();
            made.then().statusCode(200).body("name", equalTo(name));
            for (var other : others) {
                var answer = other.get();
                assertThat(answer.asString()).isEqualTo(made.asString());
                for (var header : List.of(
                        "Content-Type", "ETag", "Cache-Control", "Vary", "Last-Modified", "X-Content-Type-Options")) {
                    assertThat(answer.header(header)).as(header).isNotNull().isEqualTo(made.header(header));
                }
            }
            whoHasIt.get()
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(made.header("ETag")))
                    .body(emptyString());
            assertThat(gate.made()).isEqualTo(1);
        }
    }

    @Test
    void whatWasMadeBeforeAChangeIsGivenToNobodyAfterIt() throws Exception {
        var name = Said.word();
        var partner = Said.listed(name, "RESELLER", profile -> profile.put("city", "Berlin"));
        var path = "/v1/listings/" + name;
        var stamp = freshness.ofListing(name);
        try (var gate = Gate.at(path)) {
            var early = asked(() -> given().get(path));
            gate.await(1, 1);
            Said.profile(partner, 2, name, profile -> profile.put("city", "Hamburg"));
            Said.eventually(
                    () -> assertThat(freshness.isFresh(stamp, Instant.now())).isFalse());
            var waiting = asked(() -> given().get(path));
            gate.await(2, 1);
            gate.open();

            early.get().then().body("city", equalTo("Berlin"));
            waiting.get().then().body("city", equalTo("Hamburg"));
            given().get(path).then().body("city", equalTo("Hamburg"));
        }
    }

    @Test
    void whoHasWaitedForLongEnoughMakesItForItself() throws Exception {
        var name = Said.word();
        Said.listed(name);
        var path = "/v1/listings/" + name;
        try (var gate = Gate.at(path)) {
            var slow = asked(() -> given().get(path));
            gate.await(1, 1);

            var patient = asked(() -> given().get(path));
            gate.await(2, 2);
            gate.open();

            slow.get().then().statusCode(200);
            patient.get().then().statusCode(200);
        }
    }

    @Test
    void whoWaitsForAnAnswerThatNobodyMayHaveIsToldSoToo() throws Exception {
        var path = "/v1/listings/" + Said.word();
        try (var gate = Gate.at(path)) {
            var first = asked(() -> given().get(path));
            gate.await(1, 1);
            var second = asked(() -> given().get(path));
            gate.await(2, 1);
            gate.open();

            first.get().then().statusCode(404);
            second.get().then().statusCode(404);
        }
    }

    private Future<Response> asked(Callable<Response> call) {
        return callers.submit(call);
    }
}
