package com.vsoxp.alliance.directory.syndication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SyndicationTest {

    private static final String NEWEST = "2099-01-01";

    @Test
    void aStoryIsInBothFeedsUntilItIsRetractedAndThenATombstone() throws FeedException {
        var partner = Said.listed(Said.word());
        var story = Ids.next();
        var title = "Half <b>the</b> tickets & \"more\" " + Said.word();
        Said.story(partner, 2, story, title, NEWEST);
        var id = "urn:uuid:" + story;
        Said.eventually(() -> given().get("/feed.json").then().body("items.id", hasItem(id)));

        given().get("/feed.json")
                .then()
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items.find { it.id == '%s' }.title".formatted(id), equalTo(title))
                .body("items.find { it.id == '%s' }.url".formatted(id), containsString("/partners/"));
        Said.eventually(() ->
                assertThat(atom().getEntries()).extracting(SyndEntry::getUri).contains(id));
        assertThat(atom().getEntries()).extracting(SyndEntry::getTitle).contains(title);

        Said.retracted(partner, 3, story);
        Said.eventually(() -> given().get("/feed.json")
                .then()
                .body("_alliance.deleted.find { it.id == '%s' }.reason".formatted(id), equalTo("RETRACTED")));
        Said.eventually(() -> assertThat(atomText()).contains("<at:deleted-entry ref=\"" + id + "\""));
        assertThat(atom().getEntries()).extracting(SyndEntry::getUri).doesNotContain(id);
        assertThat(given().get("/feed.json").jsonPath().getList("items.id")).doesNotContain(id);
    }

    @Test
    void aPartnerIsNewsAndGoneWhenItIsSuspended() {
        var partner = Ids.next();
        var body = Said.entitlementsBody(partner, 1, "ACTIVE", "PREMIER", "INCLUDED");
        body.get("entitlements").forEach(entitlement -> ((ObjectNode) entitlement).put("since", NEWEST));
        Said.profile(partner, 1, Said.word());
        Topics.publish(Said.BENEFITS, "alliance.entitlements.changed", partner.toString(), body);
        var id = "urn:uuid:" + partner;
        Said.eventually(() -> given().get("/feed.json").then().body("items.id", hasItem(id)));

        Said.suspended(partner, 2, "PREMIER");
        Said.eventually(() -> given().get("/feed.json")
                .then()
                .body("_alliance.deleted.find { it.id == '%s' }.reason".formatted(id), equalTo("SUSPENDED")));
    }

    @Test
    void charactersThatXmlCannotWriteDoNotBreakTheFeed() {
        var partner = Said.listed(Said.word());
        var word = Said.word();
        Said.story(partner, 2, Ids.next(), "bell \u0007 and ]]> " + word, NEWEST);
        Said.eventually(() ->
                assertThat(atom().getEntries()).extracting(SyndEntry::getTitle).contains("bell  and ]]> " + word));
    }

    @Test
    void theFormatsHoldBeforeForeignEyes() throws IOException, InterruptedException {
        ForeignEyes.open();
        var whole = Said.word();
        var bare = Said.word();
        var partner = Said.listed(whole);
        Said.story(partner, 2, Ids.next(), "A story of " + whole, NEWEST);
        Said.listed(bare, "PREMIER", profile -> {
            for (var known : new String[] {
                "description",
                "website",
                "logoUrl",
                "publicEmail",
                "publicPhone",
                "country",
                "region",
                "city",
                "location"
            }) {
                profile.remove(known);
            }
        });
        Said.eventually(() -> given().get("/feed.json").then().body("items.title", hasItem("A story of " + whole)));

        assertThat(ForeignEyes.findingsIn(given().get("/feed.json").asString(), jsonLd(whole), jsonLd(bare)))
                .isEmpty();
        assertThat(ForeignEyes.findingsIn(
                        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",
                        "{\"@type\": \"Organization\", \"name\": 1}"))
                .as("they see what is wrong")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aListingIsToldInTheWordsOfSchemaOrgToWhoWishesSo() {
        var name = Said.word();
        Said.listed(name);
        given().accept("application/ld+json")
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("ETag", notNullValue())
                .header("Last-Modified", notNullValue())
                .body("'@type'", equalTo("Organization"))
                .body("name", equalTo(name))
                .body("address.addressLocality", equalTo("Munich"))
                .body("mainEntityOfPage", containsString("/partners/" + name));
        for (var accept : new String[] {
            "*/*", "application/*", "text/html;q=0.9, application/json", "application/ld+json;q=0.5, application/json"
        }) {
            given().accept(accept).get("/v1/listings/{slug}", name).then().contentType("application/json");
        }
    }

    @Test
    void theSitemapNamesWhoIsListedAlone() {
        var name = Said.word();
        var partner = Said.listed(name);
        Said.eventually(() -> given().get("/sitemap.xml").then().body(containsString("/partners/" + name + "</loc>")));
        Said.suspended(partner, 2, "RESELLER");
        Said.eventually(() -> assertThat(given().get("/sitemap.xml").asString()).doesNotContain("/partners/" + name));
    }

    private static String jsonLd(String slug) {
        return given().accept("application/ld+json")
                .get("/v1/listings/{slug}", slug)
                .asString();
    }

    private static SyndFeed atom() throws FeedException {
        return new SyndFeedInput().build(new StringReader(atomText()));
    }

    private static String atomText() {
        return given().get("/feed.atom")
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .extract()
                .asString();
    }
}
