package com.vsoxp.alliance.directory.search;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SearchResourceTest {

    private static final double[] MUNICH = {48.137154, 11.576124};
    private static final double[] AUGSBURG = {48.366512, 10.894446};
    private static final double[] BERLIN = {52.520008, 13.404954};

    /** Keeps what one test finds apart from the listings of all others. */
    private final String vertical = Said.word();

    @Test
    void exactlyTheEntitledAreListed() {
        var entitled = listed("Alpha");
        var suspended = listed("Beta");
        Said.suspended(suspended, 2, "RESELLER");
        var terminated = listed("Gamma");
        Said.entitlements(terminated, 2, "TERMINATED", null, "INCLUDED");
        var withoutTheBenefit = listed("Delta");
        Said.entitlements(withoutTheBenefit, 2, "ACTIVE", "RESELLER", "NOT_AVAILABLE");
        Said.profile(Ids.next(), 1, "Never entitled", inVertical());
        List.of(suspended, terminated, withoutTheBenefit).forEach(Said::awaitUnlisted);

        find().body("items.partnerId", contains(entitled.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nortwind", "Norhtwind", "NORTHWIND", "northw", "Nörthwind", "munich northwind", "nordwind hepl"
            })
    void typingErrorsAreForgiven(String q) {
        var partner = listed("Northwind Help Desk");
        listed("Contoso Consulting");

        find("q", q).statusCode(200).body("items.partnerId", contains(partner.toString()));
    }

    @Test
    void aWordIsABeginningAsSoonAsALongerOneBeginsWithIt() {
        var word = Said.word();
        var whole = listed(word);
        find("q", word).body("items.partnerId", contains(whole.toString()));
        find("q", word.substring(0, 9)).body("items.partnerId", contains(whole.toString()));

        var longer = listed(word + "werke");
        find("q", word).body("items.partnerId", contains(whole.toString(), longer.toString()));
        find("q", word + "w").body("items.partnerId", hasItem(longer.toString()));
    }

    @Test
    void whoIsCalledSoComesBeforeWhoOnlySpeaksOfIt() {
        listed("Aardvark", profile -> profile.put("description", "We know Zephyr well."));
        listed("Zephyr Systems");

        find("q", "zephyr").body("items.name", contains("Zephyr Systems", "Aardvark"));
    }

    @Test
    void aWordNobodyUsesFindsNothing() {
        listed("Northwind");

        find("q", "qqqqxxxx").statusCode(200).body("items", empty()).body("facets.tier", equalTo(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "tier, PREMIER, Premier One",
        "tier, premier, Premier One",
        "country, at, Vienna Desk",
        "service, MARKETING, Vienna Desk",
        "language, PT-br, Vienna Desk"
    })
    void aFilterNarrows(String filter, String value, String found) {
        listed("Reseller One");
        Said.listed("Premier One", "PREMIER", inVertical());
        listed("Vienna Desk", profile -> {
            profile.put("country", "AT");
            profile.putArray("services").add("MARKETING");
            profile.putArray("languages").add("pt-BR");
        });

        find(filter, value).body("items.name", contains(found));
    }

    @Test
    void severalValuesOfAFilterAreAlternatives() {
        listed("Vienna", profile -> profile.put("country", "AT"));
        listed("Zurich", profile -> profile.put("country", "CH"));
        listed("Munich");

        given().queryParam("vertical", vertical)
                .queryParam("country", "AT", "CH")
                .get("/v1/listings")
                .then()
                .body("items.name", contains("Vienna", "Zurich"));
    }

    @Test
    void facetsSayWhatAnotherChoiceWouldBring() {
        listed("Vienna", profile -> profile.put("country", "AT"));
        listed("Munich One");
        Said.listed("Munich Two", "PREMIER", inVertical());

        find("country", "DE")
                .body("items", hasSize(2))
                .body("facets.country", equalTo(Map.of("DE", 2, "AT", 1)))
                .body("facets.tier", equalTo(Map.of("RESELLER", 1, "PREMIER", 1)))
                .body("facets.service.SUPPORT", is(2))
                .body("facets.vertical.'%s'".formatted(vertical), is(2))
                .body("facets.language.de", is(2));
    }

    @Test
    void theNearestComesFirstWithItsDistance() {
        listed("Berlin", at(BERLIN));
        listed("Munich", at(MUNICH));
        listed("Augsburg", at(AUGSBURG));
        listed("Nowhere", profile -> profile.putNull("location"));

        find("near", "48.137154,11.576124")
                .body("items.name", contains("Munich", "Augsburg", "Berlin"))
                .body("items[0].distanceKm.toDouble()", closeTo(0, 0.01))
                .body("items[1].distanceKm.toDouble()", closeTo(56.6, 1))
                .body("items[2].distanceKm.toDouble()", closeTo(504.2, 2));
    }

    @Test
    void theRadiusIsKept() {
        listed("Berlin", at(BERLIN));
        listed("Munich", at(MUNICH));
        listed("Augsburg", at(AUGSBURG));

        given().queryParam("vertical", vertical)
                .queryParam("near", "48.137154,11.576124")
                .queryParam("radiusKm", "60")
                .queryParam("sort", "name")
                .get("/v1/listings")
                .then()
                .body("items.name", contains("Augsburg", "Munich"));
    }

    @Test
    void theHighestTierComesFirstIfAskedFor() {
        listed("Alpha");
        Said.listed("Omega", "PREMIER", inVertical());

        find("sort", "tier").body("items.name", contains("Omega", "Alpha"));
        find("sort", "name").body("items.name", contains("Alpha", "Omega"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "tier", "relevance", "distance"})
    void everyOrderIsReadPageByPageWithoutGapOrRepetition(String sort) {
        for (int i = 0; i < 5; i++) {
            Said.listed(
                    "Desk " + i,
                    i % 2 == 0 ? "PREMIER" : "RESELLER",
                    inVertical().andThen(at(48 + i / 2, 11)));
        }
        var seen = new ArrayList<String>();
        var request = Map.of("vertical", vertical, "q", "desk", "near", "48.1,11.5", "sort", sort, "limit", 2);
        var page = given().queryParams(request).get("/v1/listings").then().statusCode(200);
        seen.addAll(page.extract().path("items.name"));
        while (page.extract().path("nextCursor") instanceof String cursor) {
            page = given().queryParams(request)
                    .queryParam("cursor", cursor)
                    .get("/v1/listings")
                    .then()
                    .statusCode(200);
            seen.addAll(page.extract().path("items.name"));
        }

        assertThat(seen).containsExactlyInAnyOrder("Desk 0", "Desk 1", "Desk 2", "Desk 3", "Desk 4");
    }

    @Test
    void aFullPageLinksToTheNext() {
        listed("Alpha");
        listed("Beta");

        find("limit", "1").header("Link", containsString("rel=\"next\"")).body("nextCursor", notNullValue());
        find("limit", "2").header("Link", nullValue()).body("nextCursor", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "near, somewhere, ?near",
        "near, '91,0', ?near",
        "radiusKm, 50, ?radiusKm",
        "radiusKm, far, ?radiusKm",
        "sort, cheapest, ?sort",
        "sort, distance, ?sort",
        "limit, 0, ?limit",
        "cursor, made-up, ?cursor",
        "partnerId, nobody, ?partnerId"
    })
    void aBadParameterIsNamed(String parameter, String value, String pointer) {
        given().queryParam(parameter, value)
                .get("/v1/listings")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void allBadParametersAreNamedAtOnce() {
        given().queryParam("q", "x".repeat(201))
                .queryParam("near", "here")
                .queryParam("radiusKm", "-1")
                .queryParam("sort", "up")
                .get("/v1/listings")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("?q", "?near", "?radiusKm", "?sort"));
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        listed("Alpha");
        listed("Beta");
        String cursor = find("limit", "1").extract().path("nextCursor");

        given().queryParam("sort", "tier")
                .queryParam("cursor", cursor)
                .get("/v1/listings")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "' or 1=1 --", "\\", "_", ":word0", "\u0001", "東京"})
    void whateverIsTypedIsOnlyLookedFor(String q) {
        find("q", q).statusCode(lessThan(500));
    }

    @Test
    void answersMayBeKeptByAnybodyForAWhile() {
        listed("Alpha");

        var etag = find().header("Cache-Control", matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+"))
                .extract()
                .header("ETag");
        given().queryParam("vertical", vertical)
                .header("If-None-Match", etag)
                .get("/v1/listings")
                .then()
                .statusCode(304);
    }

    private UUID listed(String name) {
        return Said.listed(name, "RESELLER", inVertical());
    }

    private UUID listed(String name, Consumer<ObjectNode> changes) {
        return Said.listed(name, "RESELLER", inVertical().andThen(changes));
    }

    private Consumer<ObjectNode> inVertical() {
        return profile -> profile.putArray("verticals").add(vertical);
    }

    private static Consumer<ObjectNode> at(double... place) {
        return profile ->
                profile.putObject("location").put("latitude", place[0]).put("longitude", place[1]);
    }

    private ValidatableResponse find() {
        return given().queryParam("vertical", vertical)
                .get("/v1/listings")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse find(String parameter, String value) {
        return given().queryParam("vertical", vertical)
                .queryParam(parameter, value)
                .get("/v1/listings")
                .then();
    }
}
