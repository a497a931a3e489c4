package com.vsoxp.alliance.partner.enrollment;

import static com.vsoxp.alliance.partner.Api.applicant;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.vsoxp.alliance.partner.Members;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EnrollmentTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void anApplicationIsKeptAndTold() {
        UUID partner = applicant("PREMIER");
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("APPLIED"))
                .body("appliedTier", equalTo("PREMIER"))
                .body("tier", nullValue())
                .body("termEndsOn", nullValue());
        JsonNode told = Told.of(partner, "alliance.enrollment.applied");
        assertThat(told.path("previous").isNull()).isTrue();
        crm().get("/v1/partners/{id}", partner).then().body("status", equalTo("APPLIED"));
    }

    @Test
    void aPartnerHasOneOpenEnrollmentWhateverItsCallersDoAtOnce() throws Exception {
        UUID partner = registered();
        List<Integer> statuses = atOnce(6, i -> apply(partner, "RESELLER").statusCode());
        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status != 201)
                .containsOnly(409);
    }

    @Test
    void onlyATierOfTheProgramCanBeAppliedFor() {
        UUID partner = registered();
        apply(partner, "GOLD").then().statusCode(422).body("errors.pointer", contains("/tier"));
        crm().body("{}").post("/v1/partners/{id}/enrollment", partner).then().statusCode(422);
        apply(UUID.randomUUID(), "PREMIER").then().statusCode(404);
        crm().get("/v1/partners/{id}/enrollment", partner).then().statusCode(404);
    }

    @Test
    void anImpossibleMoveSaysWhereTheEnrollmentStands() {
        UUID partner = applicant("RESELLER");
        for (String move : List.of("approval", "suspension", "reinstatement", "termination")) {
            move(partner, move).then().statusCode(409).body("detail", containsString("APPLIED"));
        }
        manager()
                .body("{}")
                .post("/v1/partners/{id}/enrollment/rejection", partner)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/reason"));
    }

    @Test
    void aRejectedApplicantMayApplyAgain() {
        UUID partner = applicant("RESELLER");
        String first = crm().get("/v1/partners/{id}/enrollment", partner).path("id");
        move(partner, "rejection").then().statusCode(200).body("status", equalTo("REJECTED"));
        move(partner, "rejection").then().statusCode(409).body("detail", containsString("REJECTED"));
        apply(partner, "PREMIER").then().statusCode(201).body("id", not(equalTo(first)));
        JsonNode told = Told.of(partner, "alliance.enrollment.changed");
        assertThat(told.at("/enrollment/reason").textValue()).isEqualTo("because");
        assertThat(told.at("/previous/status").textValue()).isEqualTo("APPLIED");
    }

    @Test
    void onlyAProgramManagerDecidesAndAPartnerMayLeave() {
        UUID partner = applicant("RESELLER");
        for (String move : List.of("approval", "rejection", "suspension", "reinstatement", "termination")) {
            String path = "/v1/partners/{id}/enrollment/" + move;
            crm().body("{\"reason\": \"x\"}").post(path, partner).then().statusCode(403);
            partner(partner)
                    .body("{\"reason\": \"x\"}")
                    .post(path, partner)
                    .then()
                    .statusCode(403);
        }
        partner(UUID.randomUUID())
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(404);
        auditor()
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(403);
        partner(partner)
                .body("{\"reason\": \"x\"}")
                .post("/v1/partners/{id}/enrollment/withdrawal", partner)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void afterEveryEndThePartnerMayApplyAgain() {
        UUID partner = Members.active("RESELLER");
        String first = crm().get("/v1/partners/{id}/enrollment", partner).path("id");
        apply(partner, "PREMIER").then().statusCode(409).body("detail", containsString("ACTIVE"));
        move(partner, "termination").then().statusCode(200).body("termEndsOn", nullValue());
        apply(partner, "PREMIER").then().statusCode(201);
        Members.qualified(partner, "PREMIER", LocalDate.of(2026, 5, 4), 2);
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .body("id", not(equalTo(first)))
                .body("since", equalTo("2026-05-04"))
                .body("termEndsOn", equalTo("2027-05-03"));
        move(partner, "withdrawal").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        apply(partner, "RESELLER").then().statusCode(201).body("status", equalTo("APPLIED"));
    }

    @Test
    void aTermIsRenewedOnceInItsWindowAndFollowsWithoutAGap() throws Exception {
        UUID partner = Members.activeSince("RESELLER", TODAY.minusYears(1).plusDays(20));
        LocalDate end = TODAY.plusDays(19);
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .body("termEndsOn", equalTo(end.toString()))
                .body("renewal.status", equalTo("DUE"))
                .body("renewal.from", equalTo(end.minusDays(60).toString()))
                .body("renewal.until", equalTo(end.plusDays(30).toString()));
        List<Integer> statuses = atOnce(4, i -> partner(partner)
                .post("/v1/partners/{id}/enrollment/renewal", partner)
                .statusCode());
        assertThat(statuses)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(409);
        String next = TODAY.minusYears(1).plusDays(20).plusYears(2).minusDays(1).toString();
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .body("termEndsOn", equalTo(next))
                .body("renewal.status", equalTo("NOT_DUE"));
        Told.of(
                partner,
                "alliance.enrollment.changed",
                told -> next.equals(told.at("/enrollment/termEndsOn").textValue()));
    }

    @Test
    void anEarlyRenewalSaysFromWhichDay() {
        UUID partner = Members.activeSince("RESELLER", TODAY);
        crm().post("/v1/partners/{id}/enrollment/renewal", partner)
                .then()
                .statusCode(409)
                .body("code", equalTo("RENEWAL_TOO_EARLY"))
                .body("detail", containsString(TODAY.plusYears(1).minusDays(61).toString()));
    }

    @Test
    void whoDoesNotRenewStaysInAndALateRenewalStartsToday() {
        UUID partner = Members.activeSince("RESELLER", TODAY.minusYears(1).minusDays(60));
        crm().get("/v1/partners/{id}/enrollment", partner)
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("termEndsOn", equalTo(TODAY.minusDays(61).toString()))
                .body("renewal.status", equalTo("OVERDUE"));
        manager()
                .post("/v1/partners/{id}/enrollment/renewal", partner)
                .then()
                .statusCode(200)
                .body("since", equalTo(TODAY.minusYears(1).minusDays(60).toString()))
                .body("termEndsOn", equalTo(TODAY.plusYears(1).minusDays(1).toString()));
    }

    @Test
    void onlyWhoHoldsATierRenewsAndNobodyForAForeignPartner() {
        UUID applicant = applicant("RESELLER");
        crm().post("/v1/partners/{id}/enrollment/renewal", applicant)
                .then()
                .statusCode(409)
                .body("detail", containsString("APPLIED"));
        auditor().post("/v1/partners/{id}/enrollment/renewal", applicant).then().statusCode(403);
        partner(registered())
                .post("/v1/partners/{id}/enrollment/renewal", applicant)
                .then()
                .statusCode(404);
        crm().post("/v1/partners/{id}/enrollment/renewal", registered()).then().statusCode(404);
    }

    private static Response apply(UUID partner, String tier) {
        return crm().body("{\"tier\": \"%s\"}".formatted(tier)).post("/v1/partners/{id}/enrollment", partner);
    }

    private static Response move(UUID partner, String move) {
        return manager().body("{\"reason\": \"because\"}").post("/v1/partners/{id}/enrollment/" + move, partner);
    }
}
