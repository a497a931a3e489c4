package com.vsoxp.alliance.eligibility.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ProgramReader;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ProgramResourceTest {

    @Inject
    InstallBundledProgram installBundledProgram;

    @Test
    void theBundledProgramIsPublishedOnceHoweverManyReplicasStart() {
        var published = Topics.awaitEvent("alliance.eligibility", "program", "alliance.program.published", _ -> true);

        installBundledProgram.install(new StartupEvent());

        Instant.parse(published.data().path("publishedAt").asText());
        EventContract.mustEqualSample(
                "alliance.program.published",
                ((ObjectNode) published.data().deepCopy()).put("publishedAt", "2026-11-23T07:00:00Z"));
        assertThat(Topics.eventsOn("alliance.eligibility", "program")).hasSize(1);
    }

    @Test
    void theVersionsAreListed() {
        as("application/json", "/v1/programs")
                .then()
                .statusCode(200)
                .body("items.version", hasItem("2.0"))
                .body("items[0].status", is("PUBLISHED"))
                .body("items[0].effectiveFrom", is("2004-01-01"));
    }

    @Test
    void aVersionIsReadAsJson() {
        as("application/json", "/v1/programs/2.0")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Vary", "Accept")
                .body("version", is("2.0"))
                .body("status", is("PUBLISHED"))
                .body("timeZone", is("UTC"))
                .body("tiers.code", contains("RESELLER", "PREMIER"))
                .body("requirements", hasSize(7))
                .body("requirements[0].levels.PREMIER.target.amount", is("500.00"))
                .body("requirements[1].levels.RESELLER.grace", is("P12M"))
                .body("benefits", hasSize(7))
                .body("benefits[0].values.PREMIER.percent", is(33))
                .body("benefits[1].values.RESELLER", is("NOT_AVAILABLE"))
                .body("policies.promotion", is("AUTOMATIC"));
    }

    @Test
    void aVersionIsReadAsTheYamlItIsWrittenIn() {
        String yaml = as("application/yaml", "/v1/programs/2.0")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();

        assertThat(ProgramReader.readYaml(yaml)).isEqualTo(BundledProgram.VERSION_2);
    }

    @Test
    void aPersonReadsTheTwoTables() {
        String page = as("text/html", "/v1/programs/2.0")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(page)
                .contains("<caption>Partner requirements</caption>", "<caption>Partner benefits</caption>")
                .contains("<td>N/A</td><td>500.00 USD</td>")
                .contains("<td>5 licenses, after a grace of 12 months</td><td>15 licenses</td>")
                .contains("<td>25%</td><td>33%</td>")
                .contains("Listing on the partner&#39;s web site");
    }

    @Test
    void theSchemaOfDocumentsIsThereForEverybody() {
        given().get("/v1/programs/schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("title", is("Program"));
    }

    @Test
    void aVersionChangesNothingOfItself() {
        as("application/json", "/v1/programs/2.0/diff?from=2.0")
                .then()
                .statusCode(200)
                .body("from", is("2.0"))
                .body("requirements", hasSize(0))
                .body("benefits", hasSize(0));
        as("text/html", "/v1/programs/2.0/diff").then().statusCode(200).contentType("text/html");
        as("application/json", "/v1/programs/2.0/diff?from=0.1").then().statusCode(422);
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        String etag = as("application/json", "/v1/programs/2.0").header("ETag");

        given().auth()
                .oauth2(Tokens.auditor())
                .header("If-None-Match", etag)
                .get("/v1/programs/2.0")
                .then()
                .statusCode(304)
                .header("ETag", etag);
        assertThat(as("application/yaml", "/v1/programs/2.0").header("ETag")).isNotEqualTo(etag);
    }

    @Test
    void anUnknownVersionIsNotFoundAndAnUnknownFormIsNotAcceptable() {
        as("application/json", "/v1/programs/9.9").then().statusCode(404).contentType("application/problem+json");
        as("image/png", "/v1/programs/2.0").then().statusCode(406);
    }

    private static Response as(String type, String path) {
        return given().auth().oauth2(Tokens.auditor()).accept(type).get(path);
    }
}
