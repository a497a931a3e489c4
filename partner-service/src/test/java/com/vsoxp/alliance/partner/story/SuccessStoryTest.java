package com.vsoxp.alliance.partner.story;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SuccessStoryTest {

    private static final String STORY = """
            {"title": "Half the tickets", "customer": "Contoso", "summary": "Fast.", "body": "It was slow.",
             "url": "https://northwind.example/stories/contoso"}""";

    @Test
    void aStoryIsToldWhenItIsPublishedAndTakenBackWhenItIsRetracted() {
        UUID partner = registered();
        String story = submit(partner);
        decide(partner, story, "retraction", 409);
        decide(partner, story, "publication", 200);
        decide(partner, story, "publication", 409);
        decide(partner, story, "retraction", 200);
        decide(partner, story, "publication", 200);

        JsonNode told = Told.of(partner, "alliance.story.published");
        assertThat(told.at("/story/customer").textValue()).isEqualTo("Contoso");
        Told.of(partner, "alliance.story.retracted");
        assertThat(Told.types(partner, "alliance.partners"))
                .startsWith("alliance.partner.registered", "alliance.story.published", "alliance.story.retracted");
        crm().get("/v1/partners/{id}/success-stories/{s}", partner, story)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("PUBLISHED"))
                .body("retractedOn", nullValue());
    }

    @Test
    void onlyAProgramManagerPublishes() {
        UUID partner = registered();
        String story = submit(partner);
        for (String decision : List.of("publication", "retraction")) {
            String path = "/v1/partners/{id}/success-stories/{s}/" + decision;
            crm().post(path, partner, story).then().statusCode(403);
            partner(partner).post(path, partner, story).then().statusCode(403);
        }
    }

    @Test
    void aStoryNeedsATitleAndACustomer() {
        crm().body("{\"url\": \"ftp://a.example\"}")
                .post("/v1/partners/{id}/success-stories", registered())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/customer", "/title", "/url"));
    }

    private static String submit(UUID partner) {
        return partner(partner)
                .body(STORY)
                .post("/v1/partners/{id}/success-stories", partner)
                .then()
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .extract()
                .path("id");
    }

    private static void decide(UUID partner, String story, String decision, int status) {
        manager()
                .post("/v1/partners/{id}/success-stories/{s}/" + decision, partner, story)
                .then()
                .statusCode(status);
    }
}
