package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.registered;

import com.vsoxp.alliance.partner.Members;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One resource that can be changed or deleted by who knows its ETag.
 *
 * @param path where it is
 * @param body of the n-th change, counted from 1, with the number %d somewhere; empty for a deletion
 */
record Edition(Kind kind, String path, String body) {

    /** Every PUT, PATCH and DELETE of a resource that there is. */
    enum Kind {
        PATCH_OF_A_PARTNER(() -> "/v1/partners/" + registered(), "{\"city\": \"City %d\"}"),
        PATCH_OF_A_DEAL(Edition::deal, "{\"expectedLicenses\": 4%d}"),
        PATCH_OF_A_WEBHOOK(Edition::webhook, "{\"description\": \"Number %d\"}"),
        PUT_OF_A_PARTNER(
                () -> {
                    String path = "/v1/partners/external/salesforce/" + UUID.randomUUID();
                    crm().body("{\"name\": \"Put\", \"country\": \"DE\"}")
                            .put(path)
                            .then()
                            .statusCode(201);
                    return path;
                },
                "{\"name\": \"Put %d\", \"country\": \"DE\"}"),
        DELETE_OF_A_CONTACT(Edition::contact, ""),
        DELETE_OF_A_WEBHOOK(Edition::webhook, "");

        private final Supplier<String> made;
        private final String body;

        Kind(Supplier<String> made, String body) {
            this.made = made;
            this.body = body;
        }

        Edition prepare() {
            return new Edition(this, made.get(), body);
        }

        String method() {
            return name().substring(0, name().indexOf('_'));
        }

        boolean isDeletion() {
            return body.isEmpty();
        }
    }

    private static String deal() {
        return located(crm().body("""
                        {"partnerId": "%s", "customer": {"name": "Customer %s", "country": "DE"}, "product": "VSO-XP",
                         "expectedLicenses": 40, "expectedValue": {"amount": "20000.00", "currency": "USD"},
                         "stage": "QUALIFIED", "expectedCloseOn": "%s"}""".formatted(
                                Members.active("PREMIER"),
                                UUID.randomUUID(),
                                LocalDate.now(ZoneOffset.UTC).plusDays(60)))
                .post("/v1/deals"));
    }

    /** One that has nothing to send: what it leaves behind must not hold up the deliveries of other tests. */
    private static String webhook() {
        return located(crm().body("{\"url\": \"http://127.0.0.1:9/\", \"partnerId\": \"" + registered() + "\"}")
                .post("/v1/webhooks"));
    }

    private static String contact() {
        return located(crm().body("""
                        {"name": "Kim Ito", "email": "%s@northwind.example", "scopes": ["SUPPORT"]}""".formatted(UUID.randomUUID())).post("/v1/partners/{id}/contacts", registered()));
    }

    private static String located(Response made) {
        return made.then().statusCode(201).extract().header("Location").replaceFirst("^https?://[^/]+", "");
    }

    String etag() {
        return crm().get(path).then().statusCode(200).extract().header("ETag");
    }

    /** Changes or deletes it; without an ETag, with no If-Match at all. */
    Response send(RequestSpecification caller, String etag, int number) {
        RequestSpecification request = etag == null ? caller : caller.header("If-Match", etag);
        if (!kind.isDeletion()) {
            request.contentType(kind.method().equals("PATCH") ? "application/merge-patch+json" : "application/json")
                    .body(body.replace("%d", Integer.toString(number)));
        }
        return request.request(kind.method().toLowerCase(Locale.ROOT), path);
    }
}
