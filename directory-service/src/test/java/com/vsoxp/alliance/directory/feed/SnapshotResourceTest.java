package com.vsoxp.alliance.directory.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SnapshotResourceTest {

    @Test
    void itHoldsEveryListingAndTheCursorToGoOnFrom() {
        var name = Said.word();
        Said.listed(name);
        var snapshot = given().get("/v1/listings/snapshot");
        var other = Said.word();
        Said.listed(other);
        var follower = new FollowedFeed(snapshot.header("Next-Cursor"), 200);
        follower.catchUp();

        assertThat(snapshot.contentType()).startsWith("application/x-ndjson");
        assertThat(snapshot.asString().lines().map(FollowedFeed::json))
                .extracting(listing -> listing.get("slug").asText())
                .contains(name)
                .doesNotContain(other);
        assertThat(follower.bySlug).containsKey(other).doesNotContainKey(name);
        assertThat(snapshot.header("Link"))
                .contains("/v1/listings/changes?since=")
                .contains("rel=\"next\"");
        assertThat(snapshot.header("Cache-Control")).contains("stale-while-revalidate");
    }

    @Test
    void whoHasItIsTold304UntilSomethingChanges() {
        Said.listed(Said.word());
        var etag = given().get("/v1/listings/snapshot").header("ETag");

        given().header("If-None-Match", etag)
                .get("/v1/listings/snapshot")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .body(emptyString());
        given().head("/v1/listings/snapshot").then().statusCode(200).header("ETag", equalTo(etag));
        Said.listed(Said.word());
        given().header("If-None-Match", etag)
                .get("/v1/listings/snapshot")
                .then()
                .statusCode(200);
    }

    @Test
    void whoTakesGzipIsSentTheSameLines() throws IOException {
        Said.listed(Said.word());
        var plain = given().config(raw()).get("/v1/listings/snapshot");
        var zipped = given().config(raw()).header("Accept-Encoding", "gzip").get("/v1/listings/snapshot");

        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.header("Vary")).contains("Accept-Encoding");
        assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.asByteArray())).readAllBytes())
                .isEqualTo(plain.asByteArray());
    }

    @Test
    void othersThanNdjsonAreNotToBeHad() {
        given().accept("text/csv")
                .get("/v1/listings/snapshot")
                .then()
                .statusCode(406)
                .contentType(containsString("problem+json"));
    }

    private static RestAssuredConfig raw() {
        return RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders());
    }
}
