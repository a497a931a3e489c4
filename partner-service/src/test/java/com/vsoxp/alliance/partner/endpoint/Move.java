package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;

import com.vsoxp.alliance.partner.Members;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One POST that moves something from a state to another, once, made ready to be called.
 *
 * @param path to post to
 * @param body why, or what it needs
 */
record Move(String path, String body) {

    private static final String REASON = "{\"reason\": \"because\"}";

    /** The kinds there are. */
    enum Kind {
        REJECTION(() -> enrollment(applicant("RESELLER"), "rejection")),
        WITHDRAWAL(() -> enrollment(applicant("RESELLER"), "withdrawal")),
        SUSPENSION(() -> enrollment(Members.active("RESELLER"), "suspension")),
        REINSTATEMENT(() -> {
            UUID partner = Members.active("RESELLER");
            done(enrollment(partner, "suspension"));
            return enrollment(partner, "reinstatement");
        }),
        TERMINATION(() -> enrollment(Members.active("RESELLER"), "termination")),
        RENEWAL(() -> {
            LocalDate since = LocalDate.now(ZoneOffset.UTC).minusYears(1).plusDays(20);
            return new Move("/v1/partners/" + Members.activeSince("RESELLER", since) + "/enrollment/renewal", "");
        }),
        REFUND(() -> {
            String made = made("fee-payments", registered(), """
                    {"money": {"amount": "500.00", "currency": "USD"}, "paidOn": "2026-01-13", "reference": "R1"}""");
            return new Move(made + "/refund", REASON);
        }),
        DEPARTURE(() -> {
            String made = made("consultants", registered(), """
                    {"name": "Jo Weber", "email": "%s@northwind.example",
                     "certification": {"course": "Implementation", "certifiedOn": "2026-01-20"}}""".formatted(UUID.randomUUID()));
            return new Move(made + "/departure", "{\"leftOn\": \"2026-06-30\"}");
        }),
        PUBLICATION(() -> new Move(story() + "/publication", "")),
        RETRACTION(() -> {
            String story = story();
            done(new Move(story + "/publication", ""));
            return new Move(story + "/retraction", REASON);
        }),
        UNDO_OF_A_MERGE(() -> {
            String made = made("merges", registered(), """
                    {"absorbedId": "%s", "reason": "Entered twice"}""".formatted(registered()));
            return new Move(made + "/undo", REASON);
        }),
        APPROVAL_OF_A_DEAL(() -> new Move(deal(Members.active("PREMIER")) + "/approval", "{}")),
        REJECTION_OF_A_DEAL(() -> new Move(deal(Members.active("PREMIER")) + "/rejection", REASON)),
        EXPIRY_OF_A_DEAL(() -> new Move(deal(Members.active("PREMIER")) + "/expiry", REASON)),
        CONVERSION_OF_A_DEAL(() -> {
            UUID partner = Members.active("PREMIER");
            String deal = deal(partner);
            done(new Move(deal + "/approval", "{}"));
            String id = crm().body(sale(partner, order(), 5)).post("/v1/sales").path("id");
            return new Move(deal + "/conversion", "{\"saleId\": \"" + id + "\"}");
        });

        private final Supplier<Move> prepared;

        Kind(Supplier<Move> prepared) {
            this.prepared = prepared;
        }

        Move prepare() {
            return prepared.get();
        }
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
