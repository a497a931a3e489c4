package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;

import com.vsoxp.alliance.partner.Members;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One POST that creates, made ready to be called.
 *
 * @param path to post to
 * @param body what makes one; it has the number %d somewhere, so that another number is another body
 * @param list where what was made is listed
 * @param system the calling system
 */
record Creation(String path, String body, String list, String system) {

    private static final String SYSTEM = "crm-of-creations";

    /** The kinds there are: every operation of the API's description that answers 201 to a POST. */
    enum Kind {
        REGISTER_PARTNER(() -> {
            String name = "Zyqwert" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
            return of("/v1/partners", """
                    {"name": "%s", "country": "DE", "city": "City %%d"}""".formatted(name), "/v1/partners?q=" + name);
        }),
        APPLY_FOR_TIER(() -> {
            UUID partner = registered();
            return new Creation(
                    "/v1/partners/" + partner + "/enrollment",
                    "{\"tier\": \"PREMIER\"}",
                    "/v1/partners/" + partner + "/audit?action=ENROLLMENT_APPLIED",
                    SYSTEM);
        }),
        RECORD_FEE_PAYMENT(() -> under("fee-payments", """
                {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "2026-01-13", "reference": "R%d"}""")),
        SUBMIT_ATTESTATION(
                () -> under("attestations", "{\"kind\": \"INTERNAL_USE\", \"statement\": \"We do, since %d\"}")),
        RECORD_CONSULTANT(() -> under("consultants", """
                {"name": "Jo Weber", "email": "%%d.%s@northwind.example",
                 "certification": {"course": "Implementation", "certifiedOn": "2026-01-20"}}""".formatted(UUID.randomUUID()))),
        SUBMIT_SUCCESS_STORY(() -> under("success-stories", "{\"title\": \"Story %d\", \"customer\": \"Contoso\"}")),
        AUTHORIZE_CONTACT(() -> under("contacts", """
                {"name": "Kim Ito", "email": "%%d.%s@northwind.example", "scopes": ["SUPPORT"]}""".formatted(UUID.randomUUID()))),
        MERGE_PARTNERS(() -> under(
                "merges", "{\"absorbedId\": \"%s\", \"reason\": \"Entered twice, %%d\"}".formatted(registered()))),
        REGISTER_DEAL(() -> {
            UUID partner = Members.active("PREMIER");
            return of(
                    "/v1/deals",
                    """
                    {"partnerId": "%s", "customer": {"name": "Customer %s", "country": "DE"}, "product": "VSO-XP",
                     "expectedLicenses": 4%%d, "expectedValue": {"amount": "20000.00", "currency": "USD"},
                     "stage": "QUALIFIED", "expectedCloseOn": "%s"}""".formatted(
                                    partner,
                                    UUID.randomUUID(),
                                    LocalDate.now(ZoneOffset.UTC).plusDays(60)),
                    "/v1/deals?partnerId=" + partner);
        }),
        RECORD_SALE(() -> {
            UUID partner = registered();
            return of(
                    "/v1/sales",
                    sale(partner, order(), 5).replace("\"VSO-XP\"", "\"VSO-XP %d\""),
                    "/v1/sales?partnerId=" + partner);
        }),
        REVERSE_SALE(() -> {
            UUID partner = registered();
            String id = crm().body(sale(partner, order(), 5)).post("/v1/sales").path("id");
            return of(
                    "/v1/sales/" + id + "/reversals",
                    "{\"licenses\": 1, \"reason\": \"Too many, %d\"}",
                    "/v1/partners/" + partner + "/audit?action=SALE_REVERSED");
        }),
        REGISTER_WEBHOOK(() -> new Creation(
                "/v1/webhooks",
                "{\"url\": \"http://127.0.0.1:9/%d\", \"partnerId\": \"" + registered() + "\"}",
                "/v1/webhooks",
                "crm-" + UUID.randomUUID()));

        private final Supplier<Creation> prepared;

        Kind(Supplier<Creation> prepared) {
            this.prepared = prepared;
        }

        Creation prepare() {
            return prepared.get();
        }

        /** Whether it belongs to the partner in its path. */
        boolean isUnderPartner() {
            return switch (this) {
                case REGISTER_PARTNER, REGISTER_DEAL, RECORD_SALE, REVERSE_SALE, REGISTER_WEBHOOK -> false;
                default -> true;
            };
        }

        /** Its operation's name in the API's description. */
        String operation() {
            StringBuilder name = new StringBuilder();
            for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return name.toString();
        }
    }

    private static Creation of(String path, String body, String list) {
        return new Creation(path, body, list, SYSTEM);
    }

    private static Creation under(String collection, String body) {
        String path = "/v1/partners/" + registered() + "/" + collection;
        return of(path, body, path);
    }

    Response send(String key, int number) {
        return caller().header("Idempotency-Key", key).body(numbered(number)).post(path);
    }

    RequestSpecification caller() {
        return as(Tokens.crm(system));
    }

    /** A body that nobody has sent before if nobody has used the number. */
    String numbered(int number) {
        return body.replace("%d", Integer.toString(number));
    }

    int count() {
        String token = list.contains("/audit") ? Tokens.auditor() : Tokens.crm(system);
        List<Object> items =
                as(token).get(list).then().statusCode(200).extract().path("items");
        return items.size();
    }
}
