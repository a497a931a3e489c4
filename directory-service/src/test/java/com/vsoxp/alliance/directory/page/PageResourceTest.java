package com.vsoxp.alliance.directory.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PageResourceTest {

    /** Keeps what one test finds apart from the listings of all others. */
    private final String vertical = Said.word();

    @Test
    void whoIsListedStandsInTheListWithALinkToItsPage() {
        var slug = slugOf(listed("Northwind Help Desk"));

        assertThat(names(list())).containsExactly("Northwind Help Desk");
        list().body(containsString("href=\"/partners/" + slug + "\"")).body(containsString("1 partner"));
    }

    @Test
    void aFormWhoseFieldsWereLeftEmptyAsksForAll() {
        listed("Alpha");

        var page = given().queryParam("vertical", vertical)
                .queryParam("q", "")
                .queryParam("near", "")
                .queryParam("radiusKm", "50")
                .queryParam("sort", "distance")
                .get("/")
                .then()
                .statusCode(200);
        assertThat(names(page)).containsExactly("Alpha");
    }

    @Test
    void pagesLeadFromOneToTheNextUntilAllWereShown() {
        var partners = Stream.generate(Ids::next).limit(21).toList();
        for (var partner : partners) {
            Said.profile(partner, 1, "Desk " + partner, inVertical());
            Said.entitled(partner, 1, "RESELLER");
        }
        Said.eventually(() -> list().body(containsString("21 partners")));

        var first = list();
        var second = given().urlEncodingEnabled(false)
                .get(first.extract().htmlPath().getString("**.find { it.@rel == 'next' }.@href"))
                .then()
                .statusCode(200)
                .body(not(containsString("rel=\"next\"")))
                .body(containsString("rel=\"first\""));
        assertThat(names(first)).hasSize(20).doesNotContainAnyElementsOf(names(second));
        assertThat(names(second)).hasSize(1);
    }

    @Test
    void whatWasChosenIsCheckedAndCanBeTakenBack() {
        listed("Alpha");

        given().queryParam("vertical", vertical)
                .queryParam("country", "de")
                .get("/")
                .then()
                .body(containsString("name=\"country\" value=\"DE\" checked"))
                .body(containsString("href=\"/?vertical=" + vertical + "\""));
    }

    @ParameterizedTest
    @CsvSource({
        "/?near=somewhere, “Near a place” must be",
        "'/?near=1,2&radiusKm=-3', “Distance” must be",
        "'/?near=1,2&radiusKm=wide', “Distance” must be",
        "/?sort=cheapest, “Order” must be",
        "/?cursor=made-up, This address"
    })
    void aQuestionThatCannotBeAnsweredIsSaidToBeSo(String path, String words) {
        given().get(path)
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("role=\"alert\""))
                .body(containsString(words));
    }

    @Test
    void aPartnersPageTellsAllThatIsPublicOfIt() {
        var partner = listed("Café Zürich", profile -> profile.put("description", "Knows help desks.\n\nAnd coffee."));
        Said.story(partner, 8, Ids.next(), "Half the tickets", "2026-02-10");
        var slug = slugOf(partner);

        Said.eventually(() -> page(slug)
                .statusCode(200)
                .body(containsString("<h1><bdi>Café Zürich</bdi></h1>"))
                .body(containsString("Knows help desks.\n\nAnd coffee."))
                .body(containsString("Half the tickets"))
                .body(containsString("Contoso Manufacturing"))
                .body(containsString("<time datetime=\"2026-02-10\">February 10, 2026</time>"))
                .body(containsString("Munich, Bavaria, Germany"))
                .body(containsString("rel=\"nofollow noopener ugc\""))
                .body(containsString("<link rel=\"canonical\" href=\"http://")));
    }

    @Test
    void whoIsNotListedHasAPageThatSaysSo() {
        var partner = listed(Said.word());
        var slug = slugOf(partner);
        Said.suspended(partner, 2, "RESELLER");
        Said.awaitUnlisted(partner);

        for (var nobodys : List.of(slug, "nobody-ever")) {
            page(nobodys)
                    .statusCode(404)
                    .contentType("text/html;charset=UTF-8")
                    .body(containsString("This partner is not listed"))
                    .body(containsString("noindex"));
        }
    }

    @Test
    void anOldAddressLeadsToTheNewOne() {
        var before = Said.word();
        var after = Said.word();
        var partner = listed(before);
        Said.profile(partner, 2, after, inVertical());

        Said.eventually(() -> given().redirects()
                .follow(false)
                .get("/partners/" + before)
                .then()
                .statusCode(301)
                .header("Location", matchesPattern(".*/partners/" + after)));
    }

    @Test
    void whatPartnersWriteIsShownAndNeverObeyed() {
        var hostile = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>{shell.title}";
        var partner = listed("Evil " + hostile, profile -> {
            profile.put("description", hostile).put("city", hostile).put("website", "javascript:alert(3)");
            profile.put("publicEmail", "a@b.example?bcc=\"x\"").put("logoUrl", "javascript:alert(4)");
            profile.putArray("services").add(hostile);
            profile.putArray("languages").add("x-<b>");
        });

        for (var html : List.of(list(), page(slugOf(partner)))) {
            html.statusCode(200)
                    .body(not(containsString("<script>alert")))
                    .body(not(containsString("<img src=x")))
                    .body(not(containsString("javascript:")))
                    .body(not(containsString("mailto:a@b.example?bcc")))
                    .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                    .body(containsString("{shell.title}"));
        }
    }

    @Test
    void searchEnginesReadThePartnerInWordsOfTheirOwnWhateverItWrites() throws JsonProcessingException {
        var name = "Café </script><!--<script>alert(1)</script> & Co \"quoted\"";
        var slug = slugOf(listed(name));

        var html = page(slug).extract().asString();
        var data = html.replaceAll("(?s).*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1");
        assertThat(new ObjectMapper().readTree(data).path("name").asText()).isEqualTo(name);
        assertThat(data).isEqualToIgnoringCase(data.replaceAll("[<>&]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/?q=zephyr", "/partners/nobody-ever", "/?sort=cheapest"})
    void pagesLetBrowsersLoadNothingElseAndRunNothing(String path) {
        given().get(path)
                .then()
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("style-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("strict-origin-when-cross-origin"));
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() {
        listed("Alpha");
        var etag = list().header("Cache-Control", matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+"))
                .header("ETag", matchesPattern("\"[^\"]+\""))
                .extract()
                .header("ETag");

        given().queryParam("vertical", vertical)
                .header("If-None-Match", etag)
                .get("/")
                .then()
                .statusCode(304)
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void theStylesheetIsKeptForEverUnderAnAddressThatNamesItsContent() {
        var page = given().get("/").asString();
        var href = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");

        given().get(href)
                .then()
                .statusCode(200)
                .contentType("text/css;charset=UTF-8")
                .header("Cache-Control", containsString("immutable"))
                .body(containsString("prefers-color-scheme"));
        given().get("/assets/directory.0123456789.css")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-cache"));
        given().get("/assets/nothing.0123456789.css").then().statusCode(404);
    }

    private UUID listed(String name) {
        return listed(name, profile -> {});
    }

    private UUID listed(String name, Consumer<ObjectNode> changes) {
        return Said.listed(name, "RESELLER", inVertical().andThen(changes));
    }

    private Consumer<ObjectNode> inVertical() {
        return profile -> profile.putArray("verticals").add(vertical);
    }

    private static String slugOf(UUID partner) {
        return given().queryParam("partnerId", partner).get("/v1/listings").path("items[0].slug");
    }

    private ValidatableResponse list() {
        return given().queryParam("vertical", vertical).get("/").then().statusCode(200);
    }

    private static ValidatableResponse page(String slug) {
        return given().get("/partners/" + slug).then();
    }

    private static List<String> names(ValidatableResponse page) {
        return page.extract().htmlPath().getList("**.findAll { it.name() == 'h3' }.a.bdi", String.class);
    }
}
