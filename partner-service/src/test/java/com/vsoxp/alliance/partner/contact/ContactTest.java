package com.vsoxp.alliance.partner.contact;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ContactTest {

    @Test
    void aContactIsKnownOutsideByADigestAloneAndErasedWhenWithdrawn() {
        UUID partner = registered();
        String contact = authorize(partner, "Kim@Northwind.example")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/partners/{id}/contacts/{c}";
        crm().get("/v1/partners/{id}/contacts", partner).then().body("items.email", contains("Kim@Northwind.example"));

        crm().delete(path, partner, contact).then().statusCode(428);
        crm().header("If-Match", "\"7\"").delete(path, partner, contact).then().statusCode(412);
        String etag = crm().get(path, partner, contact).header("ETag");
        crm().header("If-Match", etag).delete(path, partner, contact).then().statusCode(204);
        crm().get(path, partner, contact).then().statusCode(404);
        crm().get("/v1/partners/{id}/contacts", partner).then().body("items", empty());

        JsonNode told = Told.of(partner, "alliance.contact.authorized");
        // HMAC-SHA-256 of kim@northwind.example under the secret of the tests, made with openssl.
        assertThat(told.at("/contact/emailDigest").textValue())
                .isEqualTo("05c42b33d44e657f7acebc9581b9d0082304497adaa83906ba24b5d256492c53");
        assertThat(told.toString()).doesNotContain("Kim").doesNotContain("4989");
        Told.of(partner, "alliance.contact.withdrawn");
    }

    @Test
    void aPersonIsAContactOnce() {
        UUID partner = registered();
        authorize(partner, "kim@northwind.example").then().statusCode(201);
        authorize(partner, "KIM@northwind.example").then().statusCode(409).body("code", equalTo("CONTACT_KNOWN"));
        authorize(registered(), "kim@northwind.example").then().statusCode(201);
    }

    @Test
    void aContactMayDoSomething() {
        crm().body("{\"name\": \"Kim\", \"email\": \"kim@northwind.example\", \"scopes\": []}")
                .post("/v1/partners/{id}/contacts", registered())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/scopes"));
    }

    private static Response authorize(UUID partner, String email) {
        return crm().body("""
                        {"name": "Kim Ito", "email": "%s", "phone": "+49 89 7654321", "scopes": ["SUPPORT"]}""".formatted(email)).post("/v1/partners/{id}/contacts", partner);
    }
}
