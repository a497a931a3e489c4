package com.vsoxp.alliance.directory.story;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class StoryResourceTest {

    @Test
    void aPublishedStoryIsShownWithItsPartner() {
        var name = Said.word();
        var partner = Said.listed(name);
        Said.story(partner, 8, Ids.next(), "Half the tickets", "2026-02-10");

        Said.eventually(() -> stories(partner)
                .body("items.title", contains("Half the tickets"))
                .body("items[0].customer", equalTo("Contoso Manufacturing"))
                .body("items[0].publishedOn", equalTo("2026-02-10"))
                .body("items[0].partner.slug", equalTo(name)));
    }

    @Test
    void theNewestStoriesComeFirstPageByPage() {
        var partner = Said.listed(Said.word());
        Said.story(partner, 4, Ids.next(), "old", "2026-01-01");
        Said.story(partner, 5, Ids.next(), "new", "2026-03-01");
        Said.story(partner, 6, Ids.next(), "middle", "2026-02-01");
        Said.eventually(() -> stories(partner).body("items.title", contains("new", "middle", "old")));

        var question = Map.of("partnerId", partner, "limit", 2);
        String cursor = given().queryParams(question)
                .get("/v1/success-stories")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("items.title", contains("new", "middle"))
                .extract()
                .path("nextCursor");
        given().queryParams(question)
                .queryParam("cursor", cursor)
                .get("/v1/success-stories")
                .then()
                .body("items.title", contains("old"))
                .body("nextCursor", nullValue());
    }

    @Test
    void aRetractedStoryStaysAwayEvenIfItsPublicationIsHeardOfLater() {
        var partner = Said.listed(Said.word());
        var story = Ids.next();
        Said.retracted(partner, 14, story);
        Said.story(partner, 8, story, "retracted", "2026-02-10");
        Said.story(partner, 15, Ids.next(), "kept", "2026-02-11");

        Said.eventually(() -> stories(partner).body("items.title", contains("kept")));
    }

    @Test
    void aStoryThatMovesToAnotherPartnerIsThatPartnersAlone() {
        var absorbed = Said.listed(Said.word());
        var survivor = Said.listed(Said.word());
        var story = Ids.next();
        Said.story(absorbed, 40, story, "moved", "2026-02-10");
        Said.eventually(() -> stories(absorbed).body("items.title", contains("moved")));

        // Each partner's sequence counts its own events: neither outdoes the other's.
        Said.retracted(absorbed, 41, story);
        Said.story(survivor, 4, story, "moved", "2026-02-10");

        Said.eventually(() -> stories(survivor).body("items.id", contains(story.toString())));
        Said.eventually(() -> stories(absorbed).body("items", empty()));
    }

    @Test
    void aStoryHeardOfBeforeItsPartnerWaitsForIt() {
        var partner = Ids.next();
        Said.story(partner, 8, Ids.next(), "early", "2026-02-10");
        Said.profile(partner, 1, Said.word());
        Said.entitled(partner, 1, "RESELLER");

        Said.eventually(() -> stories(partner).body("items.title", contains("early")));
    }

    @Test
    void theStoriesOfASuspendedPartnerAreNotShown() {
        var partner = Said.listed(Said.word());
        Said.story(partner, 8, Ids.next(), "hidden", "2026-02-10");
        Said.eventually(() -> stories(partner).body("items.title", contains("hidden")));
        Said.suspended(partner, 2, "RESELLER");
        Said.awaitUnlisted(partner);

        stories(partner).body("items", empty());
    }

    @Test
    void answersMayBeKeptByAnybodyForAWhile() {
        var nobody = Ids.next();
        var etag = stories(nobody)
                .header("Cache-Control", containsString("stale-while-revalidate"))
                .extract()
                .header("ETag");
        given().queryParam("partnerId", nobody)
                .header("If-None-Match", etag)
                .get("/v1/success-stories")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({"partnerId, nobody", "limit, 201", "cursor, made-up"})
    void aBadParameterIsNamed(String parameter, String value) {
        given().queryParam(parameter, value)
                .get("/v1/success-stories")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("?" + parameter));
    }

    private static ValidatableResponse stories(UUID partner) {
        return given().queryParam("partnerId", partner)
                .get("/v1/success-stories")
                .then()
                .statusCode(200);
    }
}
