package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;

import com.vsoxp.alliance.partner.Members;
import com.vsoxp.alliance.partner.webhook.Webhook;
import com.vsoxp.alliance.partner.webhook.WebhookStatus;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One POST that moves something from a state to another, made ready to be called.
 *
 * @param path to post to
 * @param body why, or what it needs
 */
record Move(String path, String body) {

    private static final String REASON = "{\"reason\": \"because\"}";

    /** The kinds there are: every POST of the API's description that makes nothing new of the records it is about. */
    enum Kind {
        APPROVAL("approveEnrollment", () -> enrollment(Members.waiting("PREMIER"), "approval")),
        REJECTION("rejectEnrollment", () -> enrollment(applicant("RESELLER"), "rejection")),
        WITHDRAWAL("withdrawEnrollment", () -> enrollment(applicant("RESELLER"), "withdrawal")),
        SUSPENSION("suspendEnrollment", () -> enrollment(Members.active("RESELLER"), "suspension")),
        REINSTATEMENT("reinstateEnrollment", () -> {
            UUID partner = Members.active("RESELLER");
            done(enrollment(partner, "suspension"));
            return enrollment(partner, "reinstatement");
        }),
        TERMINATION("terminateEnrollment", () -> enrollment(Members.active("RESELLER"), "termination")),
        RENEWAL("renewEnrollment", () -> {
            LocalDate since = LocalDate.now(ZoneOffset.UTC).minusYears(1).plusDays(20);
            return new Move("/v1/partners/" + Members.activeSince("RESELLER", since) + "/enrollment/renewal", "");
        }),
        REFUND("refundFeePayment", () -> {
            String made = made("fee-payments", registered(), """
                    {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "2026-01-13", "reference": "R1"}""");
            return new Move(made + "/refund", REASON);
        }),
        DEPARTURE("recordDeparture", () -> {
            String made = made("consultants", registered(), """
                    {"name": "Jo Weber", "email": "%s@northwind.example",
                     "certification": {"course": "Implementation", "certifiedOn": "2026-01-20"}}""".formatted(UUID.randomUUID()));
            return new Move(made + "/departure", "{\"leftOn\": \"2026-06-30\"}");
        }),
        PUBLICATION("publishSuccessStory", () -> new Move(story() + "/publication", "")),
        RETRACTION("retractSuccessStory", () -> {
            String story = story();
            done(new Move(story + "/publication", ""));
            return new Move(story + "/retraction", REASON);
        }),
        UNDO_OF_A_MERGE("undoMerge", () -> {
            String made = made("merges", registered(), """
                    {"absorbedId": "%s", "reason": "Entered twice"}""".formatted(registered()));
            return new Move(made + "/undo", REASON);
        }),
        APPROVAL_OF_A_DEAL("approveDeal", () -> new Move(deal(Members.active("PREMIER")) + "/approval", "{}")),
        REJECTION_OF_A_DEAL("rejectDeal", () -> new Move(deal(Members.active("PREMIER")) + "/rejection", REASON)),
        EXPIRY_OF_A_DEAL("expireDeal", () -> new Move(deal(Members.active("PREMIER")) + "/expiry", REASON)),
        CONVERSION_OF_A_DEAL("convertDeal", () -> {
            UUID partner = Members.active("PREMIER");
            String deal = deal(partner);
            done(new Move(deal + "/approval", "{}"));
            String id = crm().body(sale(partner, order(), 5)).post("/v1/sales").path("id");
            return new Move(deal + "/conversion", "{\"saleId\": \"" + id + "\"}");
        }),
        ENABLING_OF_A_WEBHOOK("enableWebhook", () -> {
            UUID id = webhook(registered());
            QuarkusTransaction.requiringNew()
                    .run(() -> Webhook.update("status = ?1 where id = ?2", WebhookStatus.DISABLED, id));
            return new Move("/v1/webhooks/" + id + "/enabling", "");
        }),
        VERIFICATION("verifyAttestation", "ATTESTATION_VERIFIED", partner -> {
            String made = made("attestations", partner, "{\"kind\": \"INTERNAL_USE\", \"statement\": \"We do\"}");
            return new Move(made + "/verification", "{\"outcome\": \"VERIFIED\", \"reason\": \"because\"}");
        }),
        REPLACEMENT_OF_A_SECRET(
                "replaceWebhookSecret",
                "WEBHOOK_SECRET_REPLACED",
                partner -> new Move("/v1/webhooks/" + webhook(partner) + "/secret", "")),
        REDELIVERY(
                "redeliverToWebhook",
                "WEBHOOK_REDELIVERED",
                partner -> new Move(
                        "/v1/webhooks/" + webhook(partner) + "/redelivery", "{\"since\": \"2026-03-02T09:30:00Z\"}"));

        private final String operation;
        private final String action;
        private final Function<UUID, Move> prepared;

        /** What can be done once. */
        Kind(String operation, Supplier<Move> prepared) {
            this(operation, null, _ -> prepared.get());
        }

        /** What can be done again and again, for a partner in whose audit each time is found under that action. */
        Kind(String operation, String action, Function<UUID, Move> prepared) {
            this.operation = operation;
            this.action = action;
            this.prepared = prepared;
        }

        static Stream<Kind> once() {
            return Arrays.stream(values()).filter(kind -> kind.action == null);
        }

        static Stream<Kind> againAndAgain() {
            return Arrays.stream(values()).filter(kind -> kind.action != null);
        }

        /** Its operation's name in the API's description. */
        String operation() {
            return operation;
        }

        /** What answers if it is done: what is sent again goes later. */
        int status() {
            return this == REDELIVERY ? 202 : 200;
        }

        Move prepare() {
            return prepareFor(registered());
        }

        Move prepareFor(UUID partner) {
            return prepared.apply(partner);
        }

        /** How often the partner's audit says that it was done. */
        int timesDone(UUID partner) {
            List<Object> entries = auditor()
                    .queryParam("action", action)
                    .get("/v1/partners/{id}/audit", partner)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            return entries.size();
        }
    }

    /** One that has nothing to send: what it leaves behind must not hold up the deliveries of other tests. */
    private static UUID webhook(UUID partner) {
        // A system may have so many, and other tests need those of the common one.
        RequestSpecification system = as(Tokens.crm("crm-" + UUID.randomUUID()));
        String id = system.body("{\"url\": \"http://127.0.0.1:9/\", \"partnerId\": \"" + partner + "\"}")
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private static Move enrollment(UUID partner, String move) {
        return new Move("/v1/partners/" + partner + "/enrollment/" + move, REASON);
    }

    private static String story() {
        return made("success-stories", registered(), "{\"title\": \"Story\", \"customer\": \"Contoso\"}");
    }

    private static String deal(UUID partner) {
        return crm().body("""
                        {"partnerId": "%s", "customer": {"name": "Customer %s", "country": "DE"}, "product": "VSO-XP",
                         "expectedLicenses": 40, "expectedValue": {"amount": "20000.00", "currency": "USD"},
                         "stage": "QUALIFIED", "expectedCloseOn": "%s"}""".formatted(
                                partner,
                                UUID.randomUUID(),
                                LocalDate.now(ZoneOffset.UTC).plusDays(60)))
                .post("/v1/deals")
                .then()
                .statusCode(201)
                .extract()
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");
    }

    private static String made(String collection, UUID partner, String body) {
        String id = crm().body(body)
                .post("/v1/partners/{id}/" + collection, partner)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/v1/partners/" + partner + "/" + collection + "/" + id;
    }

    private static void done(Move move) {
        move.send(manager()).then().statusCode(200);
    }

    Response send(RequestSpecification caller) {
        return (body.isEmpty() ? caller : caller.body(body)).post(path);
    }
}
