package com.vsoxp.alliance.directory.publication;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ListingResourceTest {

    @Test
    void aListedPartnerIsShownToAnybody() {
        var name = Said.word();
        var partner = Said.listed("Büro " + name, "PREMIER", profile -> {});

        read("buro-" + name)
                .statusCode(200)
                .body("partnerId", equalTo(partner.toString()))
                .body("slug", equalTo("buro-" + name))
                .body("name", equalTo("Büro " + name))
                .body("tier", equalTo("PREMIER"))
                .body("listedSince", equalTo("2026-01-12"))
                .body("country", equalTo("DE"))
                .body("city", equalTo("Munich"))
                .body("location.latitude", is(48.137154f))
                .body("services", contains("DELIVERY", "SUPPORT", "TRAINING"))
                .body("languages", contains("de", "en"))
                .body("verticals", contains("manufacturing"))
                .body("publicEmail", equalTo("partners@northwind.example"))
                .body("legalName", nullValue());
    }

    @Test
    void answersMayBeKeptByAnybodyForAWhile() {
        var name = Said.word();
        Said.listed(name);

        var etag = read(name)
                .statusCode(200)
                .header("Cache-Control", matchesPattern("public, max-age=\\d+, stale-while-revalidate=\\d+"))
                .header("Vary", containsString("Accept"))
                .header("ETag", matchesPattern("\"[^\"]+\""))
                .extract()
                .header("ETag");
        given().header("If-None-Match", etag)
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag))
                .header("Cache-Control", containsString("stale-while-revalidate"));
    }

    @Test
    void theLinkToAPartnerThatBecamePartOfAnotherLeadsThere() {
        var name = Said.word();
        var other = Said.word();
        var absorbed = Said.listed(name);
        var survivor = Said.listed(other);
        Said.merged(absorbed, 2, survivor);
        Said.entitlements(absorbed, 2, "TERMINATED", null, "NOT_AVAILABLE");

        Said.eventually(() -> read(name).statusCode(301).header("Location", endsWith("/v1/listings/" + other)));

        Said.unmerged(absorbed, 3);
        Said.eventually(() -> read(name).statusCode(404));
        Said.entitled(absorbed, 3, "RESELLER");
        Said.eventually(() -> read(name).statusCode(200).body("partnerId", equalTo(absorbed.toString())));
    }

    @Test
    void linksLeadNowhereWhileTwoMergesSeemToBeACircle() {
        var name = Said.word();
        var one = Said.listed(name);
        var other = Said.listed(Said.word());
        Said.merged(one, 2, other);
        Said.merged(other, 2, one);
        Said.entitlements(one, 2, "TERMINATED", null, "NOT_AVAILABLE");
        Said.entitlements(other, 2, "TERMINATED", null, "NOT_AVAILABLE");

        Said.awaitUnlisted(one);
        Said.awaitUnlisted(other);
        read(name).statusCode(404);
    }

    @Test
    void anyWebPageMayReadIt() {
        var name = Said.word();
        Said.listed(name);

        given().header("Origin", "https://vso-xp.example")
                .get("/v1/listings/{slug}", name)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", matchesPattern("\\*|https://vso-xp\\.example"))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void aRenamedPartnerIsFoundUnderItsOldSlug() {
        var before = Said.word();
        var after = Said.word();
        var partner = Said.listed(before);
        Said.profile(partner, 2, after);
        Said.eventually(() -> read(after).statusCode(200));

        read(before).statusCode(301).header("Location", endsWith("/v1/listings/" + after));
    }

    @Test
    void aPartnerThatTakesItsOldNameBackGetsItsOldSlugBack() {
        var first = Said.word();
        var second = Said.word();
        var partner = Said.listed(first);
        Said.profile(partner, 2, second);
        Said.profile(partner, 3, first);
        Said.eventually(() -> read(second).statusCode(301).header("Location", endsWith("/" + first)));

        read(first).statusCode(200);
    }

    @Test
    void whoComesSecondWithANameGetsASlugOfItsOwn() {
        var name = Said.word();
        Said.listed(name);
        var second = Said.listed(name.toUpperCase(Locale.ROOT));
        var tail = second.toString().substring(28);

        read(name).body("partnerId", not(equalTo(second.toString())));
        read(name + "-" + tail).statusCode(200).body("partnerId", equalTo(second.toString()));
    }

    @Test
    void aSlugNobodyHasIsNotFoundAndKeptByNobody() {
        read("nobody-" + Said.word())
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void aSuspendedPartnerIsNotFoundUntilItIsReinstated() {
        var name = Said.word();
        var partner = Said.listed(name);
        Said.suspended(partner, 2, "RESELLER");
        Said.awaitUnlisted(partner);
        read(name).statusCode(404);

        Said.entitled(partner, 3, "RESELLER");
        Said.awaitListed(partner);
        read(name).statusCode(200);
    }

    @Test
    void anEntitlementHeardOfBeforeItsPartnerCounts() {
        var name = Said.word();
        var partner = Ids.next();
        Said.entitled(partner, 1, "PREMIER");
        Said.profile(partner, 1, name);
        Said.awaitListed(partner);

        read(name).body("tier", equalTo("PREMIER"));
    }

    @Test
    void olderAndRepeatedNewsChangeNothing() {
        var name = Said.word();
        var partner = Said.listed(name);
        var premier = Said.entitled(partner, 5, "PREMIER");
        Said.profile(partner, 7, name, profile -> profile.put("city", "Berlin"));
        Said.suspended(partner, 4, "RESELLER");
        Said.profile(partner, 6, "stale " + name);
        Topics.publish(
                Said.BENEFITS,
                "alliance.entitlements.changed",
                partner.toString(),
                Said.entitlementsBody(partner, 9, "SUSPENDED", "RESELLER", "NOT_AVAILABLE"),
                premier);
        Said.profile(partner, 8, name, profile -> profile.put("city", "Hamburg"));
        Said.entitled(partner, 6, "GOLD");
        Said.eventually(() -> read(name).body("city", equalTo("Hamburg")).body("tier", equalTo("GOLD")));

        read("stale-" + name).statusCode(404);
    }

    private static ValidatableResponse read(String slug) {
        return given().redirects()
                .follow(false)
                .get("/v1/listings/{slug}", slug)
                .then();
    }
}
