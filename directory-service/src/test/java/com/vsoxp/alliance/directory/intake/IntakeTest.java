package com.vsoxp.alliance.directory.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.directory.Said;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class IntakeTest {

    @Test
    void theSamplesOfTheOtherServicesMakeAListing() {
        var partner = EventContract.sample("alliance.partner.updated")
                .get("partnerId")
                .asText();
        for (var type :
                List.of("alliance.partner.registered", "alliance.partner.updated", "alliance.story.published")) {
            Topics.publish(Said.PARTNERS, type, partner, EventContract.sample(type));
        }
        Topics.publish(
                Said.BENEFITS,
                "alliance.entitlements.changed",
                partner,
                EventContract.sample("alliance.entitlements.changed"));

        Said.eventually(() -> given().queryParam("partnerId", partner)
                .get("/v1/listings")
                .then()
                .body("items.name", contains("Northwind Help Desk"))
                .body("items.tier", contains("PREMIER"))
                .body("items.city", contains("Munich")));
        Said.eventually(() -> given().queryParam("partnerId", partner)
                .get("/v1/success-stories")
                .then()
                .body("items.title", contains("Half the tickets, twice the smiles")));

        Topics.publish(
                Said.PARTNERS, "alliance.story.retracted", partner, EventContract.sample("alliance.story.retracted"));
        Said.eventually(() -> given().queryParam("partnerId", partner)
                .get("/v1/success-stories")
                .then()
                .body("items", empty()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheOrderOfTheTopicsTheListingIsTheSame(long seed) {
        var name = Said.word();
        var partner = Ids.next();
        var steps = new ArrayList<Runnable>(List.of(
                () -> Said.profile(partner, 1, "before " + name),
                () -> Said.profile(partner, 2, name, profile -> profile.put("city", "Hamburg")),
                () -> Said.entitled(partner, 1, "RESELLER"),
                () -> Said.suspended(partner, 2, "RESELLER"),
                () -> Said.entitled(partner, 3, "PREMIER")));
        Collections.shuffle(steps, new Random(seed));
        steps.forEach(Runnable::run);

        Said.eventually(() -> given().get("/v1/listings/{slug}", name)
                .then()
                .statusCode(200)
                .body("city", equalTo("Hamburg"))
                .body("tier", equalTo("PREMIER")));
    }

    @Test
    void aNameHeldOnlyBetweenTwoDeliveriesStillLeadsToThePartner() {
        var first = Said.word();
        var second = Said.word();
        var partner = Ids.next();
        Said.entitled(partner, 1, "RESELLER");
        Said.profile(partner, 1, first);
        Said.profile(partner, 2, second);
        Said.eventually(() -> given().get("/v1/listings/{slug}", second).then().statusCode(200));

        given().redirects()
                .follow(false)
                .get("/v1/listings/{slug}", first)
                .then()
                .statusCode(301);
    }

    @Test
    void aPartnerWithoutANameIsPutAsideAndHoldsNobodyUp() {
        var partner = Ids.next();
        Said.profile(partner, 1, "x", ObjectNode::removeAll);
        var other = Said.listed(Said.word());

        Said.eventually(() -> assertThat(deadLettersOf(partner)).isEqualTo(1));
        assertThat(deadLettersOf(other)).isZero();
    }

    @Test
    void aTextThatTheDatabaseCannotKeepIsPutAsideAndHoldsNobodyUp() {
        var partner = Ids.next();
        Said.profile(partner, 1, "a name with a NUL \u0000 in it");
        Said.story(partner, 2, Ids.next(), "\u0000", "2026-02-10");
        var other = Said.listed(Said.word());

        Said.eventually(() -> assertThat(deadLettersOf(partner)).isEqualTo(2));
        assertThat(deadLettersOf(other)).isZero();
    }

    private static int deadLettersOf(UUID partner) {
        return Topics.eventsOn("alliance.partners.dlq", partner.toString()).size();
    }
}
