package com.vsoxp.alliance.directory.cache.hot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class HotReadsTest {

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    @Test
    void aSecondReaderIsAnsweredFromMemoryAsTheFirstWas() {
        var name = Said.word();
        Said.listed(name);
        var first = asked().get("/v1/listings/{slug}", name);
        var hits = hits();
        var second = asked().get("/v1/listings/{slug}", name);

        assertThat(hits()).isGreaterThan(hits);
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        for (var header : new String[] {
            "Content-Type", "ETag", "Cache-Control", "Vary", "Last-Modified", "X-Content-Type-Options", "Content-Length"
        }) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(second.header("X-Request-Id")).isNotNull().isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void aChangeIsSeenAtOnceAndBringsAnotherTagAndALaterDate() {
        var name = Said.word();
        var partner = Said.listed(name, "RESELLER", profile -> profile.put("city", "Berlin"));
        var before = asked().get("/v1/listings/{slug}", name);
        assertThat(before.path("city").toString()).isEqualTo("Berlin");
        Said.profile(partner, 2, name, profile -> profile.put("city", "Hamburg"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> asked().get("/v1/listings/{slug}", name).then().body("city", equalTo("Hamburg")));
        asked().header("If-None-Match", before.header("ETag"))
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(before.header("ETag"))));
        asked().header("If-Modified-Since", before.header("Last-Modified"))
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(200);
    }

    @Test
    void aChangeThatNobodyWasCalledForIsSeenByTheNextLook() throws SQLException {
        var name = Said.word();
        Said.listed(name, "RESELLER", profile -> profile.put("city", "Berlin"));
        asked().get("/v1/listings/{slug}", name).then().body("city", equalTo("Berlin"));
        try (var connection = database.getConnection();
                var write = connection.createStatement()) {
            write.execute("""
                    update publication set listing = replace(listing, 'Berlin', 'Hamburg'), position = nextval('publication_position')
                    where slug = '%s'""".formatted(name));
        }

        Said.eventually(() -> asked().get("/v1/listings/{slug}", name).then().body("city", equalTo("Hamburg")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/listings/{slug}",
                "/v1/listings?q={slug}",
                "/v1/listings/changes?x={slug}",
                "/v1/success-stories?x={slug}"
            })
    void whoHasItIsTold304WhateverFormItTook(String path) {
        var name = Said.word();
        Said.listed(name);
        Said.eventually(() -> asked().get(path, name)
                .then()
                .statusCode(200)
                .header("Last-Modified", notNullValue())
                .header("Cache-Control", matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+")));
        var plain = asked().get(path, name);
        var zipped = asked().header("Accept-Encoding", "gzip").get(path, name);

        for (var condition :
                new String[] {plain.header("ETag"), zipped.header("ETag"), "\"x\", W/" + plain.header("ETag"), "*"}) {
            asked().header("If-None-Match", condition)
                    .get(path, name)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(plain.header("ETag")))
                    .header("Cache-Control", containsString("stale-while-revalidate"))
                    .header("Vary", equalTo("Accept, Accept-Encoding"))
                    .body(emptyString());
        }
        asked().header("If-Modified-Since", plain.header("Last-Modified"))
                .get(path, name)
                .then()
                .statusCode(304);
        asked().header("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT")
                .get(path, name)
                .then()
                .statusCode(200);
        asked().header("If-Modified-Since", "yesterday").get(path, name).then().statusCode(200);
        asked().header("If-Modified-Since", plain.header("Last-Modified"))
                .header("If-None-Match", "\"x\"")
                .get(path, name)
                .then()
                .statusCode(200);
    }

    @Test
    void whoTakesGzipIsSentTheSameCompressedUnderATagOfItsOwn() throws IOException {
        var name = Said.word();
        Said.listed(name);
        for (var time = 0; time < 2; time++) {
            var plain = asked().get("/v1/listings/{slug}", name);
            var zipped = asked().header("Accept-Encoding", "br, gzip;q=0.8").get("/v1/listings/{slug}", name);

            assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray())).readAllBytes())
                    .isEqualTo(plain.asByteArray());
            asked().header("Accept-Encoding", "gzip;q=0")
                    .get("/v1/listings/{slug}", name)
                    .then()
                    .header("Content-Encoding", nullValue());
        }
    }

    @Test
    void aHeadIsTheSameWithoutTheBody() {
        var name = Said.word();
        Said.listed(name);
        var whole = asked().get("/v1/listings/{slug}", name);

        asked().head("/v1/listings/{slug}", name)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(whole.header("ETag")))
                .header("Content-Length", equalTo(whole.header("Content-Length")))
                .body(emptyString());
    }

    @Test
    void formsAreNotMixedUp() {
        var name = Said.word();
        Said.listed(name);
        for (var time = 0; time < 2; time++) {
            asked().accept("application/json")
                    .get("/v1/listings/{slug}", name)
                    .then()
                    .contentType("application/json");
            asked().accept("text/csv").get("/v1/listings/{slug}", name).then().statusCode(406);
        }
    }

    @Test
    void aBadTokenIsLookedAtThoughTheAnswerIsInMemory() {
        var name = Said.word();
        Said.listed(name);
        asked().get("/v1/listings/{slug}", name).then().statusCode(200);

        asked().header("Authorization", "Bearer nonsense")
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(401);
    }

    @Test
    void theScriptsOfAnyPageMayReadAndAskBeforehand() {
        var name = Said.word();
        Said.listed(name);
        for (var time = 0; time < 2; time++) {
            asked().header("Origin", "https://a-website.example")
                    .get("/v1/listings/{slug}", name)
                    .then()
                    .statusCode(200)
                    .header("Access-Control-Allow-Origin", equalTo("*"))
                    .header("Access-Control-Allow-Credentials", nullValue())
                    .header("Access-Control-Expose-Headers", containsString("ETag"));
        }
        asked().header("Origin", "https://a-website.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .options("/v1/listings/{slug}", name)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("GET"))
                .header("Access-Control-Allow-Methods", not(containsString("POST")))
                .header("Access-Control-Allow-Headers", containsString("If-None-Match"))
                .header("Access-Control-Max-Age", equalTo("86400"));
    }

    private double hits() {
        return metrics.get("cache.gets")
                .tags("cache", "hot-answers", "result", "hit")
                .functionCounter()
                .count();
    }

    /** A caller that takes answers as they come. */
    private static RequestSpecification asked() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }
}
