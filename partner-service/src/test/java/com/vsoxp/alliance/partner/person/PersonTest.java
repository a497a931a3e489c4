package com.vsoxp.alliance.partner.person;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.partner.evidence.consultant.ForgetErasedPeople;
import com.vsoxp.alliance.partner.privacy.EmailDigest;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PersonTest {

    private static final String PHONE = "+49 89 5550199";

    @Inject
    WholeDatabase database;

    @Inject
    EmailDigest digest;

    @Inject
    ForgetErasedPeople forgetErasedPeople;

    @Inject
    Clock clock;

    private final String mark = UUID.randomUUID().toString().substring(24);
    private final String name = "Kim Ito-" + mark;
    private final String email = "kim." + mark + "@contoso.example";
    private UUID one;
    private UUID two;

    @BeforeEach
    void registerPartners() {
        one = registered("One");
        two = registered("Two");
    }

    @Test
    void anExportTellsEverythingThatIsHeldOfThePersonAndNothingOfOthers() {
        String contact = contact(one, email, "a");
        contact(two, email.toUpperCase(), "b");
        contact(one, "other" + email, "c");
        String consultant = consultant(two, email, "d");

        manager()
                .body("{\"email\": \"%s\"}".formatted(email.toUpperCase()))
                .post("/v1/privacy/exports")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("contacts.partnerId", contains(one.toString(), two.toString()))
                .body("contacts[0].id", equalTo(contact))
                .body("contacts[0].name", equalTo(name))
                .body("contacts[0].phone", equalTo(PHONE))
                .body("contacts.email", contains(email, email.toUpperCase()))
                .body("consultants.id", contains(consultant))
                .body("consultants[0].course", equalTo("VSO-XP Implementation"));
        for (UUID partner : List.of(one, two)) {
            audit(partner).body("items[0].action", equalTo("PERSON_EXPORTED")).body(not(containsString(mark)));
        }
    }

    @Test
    void anErasureLeavesNothingOfThePersonAnywhereInTheDatabase() {
        contact(one, email, "a");
        String consultant = consultant(one, email, "b");
        depart(one, consultant, "c");
        consultant(two, email, "d");
        assertThat(database.tablesThatSay(mark)).contains("contact", "consultant", "idempotency_key");

        erase(email)
                .statusCode(200)
                .body("contactsWithdrawn", equalTo(1))
                .body("consultantsErased", equalTo(2))
                .body("answersForgotten", equalTo(4));

        assertThat(database.tablesThatSay(mark)).isEmpty();
        export(email).body("contacts", empty()).body("consultants", empty());
    }

    @Test
    void anErasureLeavesCountsAndHistoryIntact() {
        String contact = contact(one, email, "a");
        String consultant = consultant(one, email, "b");
        String other = consultant(one, "other" + email, "c");
        String erasure = erase(email).extract().path("id");

        crm().get("/v1/partners/{id}/contacts", one).then().body("items", empty());
        crm().get("/v1/partners/{id}/consultants", one)
                .then()
                .body("items.id", contains(consultant, other))
                .body("items.erased", contains(true, false))
                .body("items[0].name", nullValue())
                .body("items[0].email", nullValue())
                .body("items[0].certification.certifiedOn", equalTo("2026-01-20"))
                .body("items[0].leftOn", nullValue())
                .body("items[1].email", equalTo("other" + email));
        Told.of(one, "alliance.contact.withdrawn", data -> data.at("/contact/id")
                .textValue()
                .equals(contact));
        assertThat(Told.types(one, "alliance.partners"))
                .filteredOn(type -> type.startsWith("alliance.evidence"))
                .containsExactly("alliance.evidence.recorded", "alliance.evidence.recorded");
        audit(one)
                .body("items[0].action", equalTo("CONTACT_WITHDRAWN"))
                .body("items[1].action", equalTo("PERSON_ERASED"))
                .body("items[1].subjectId", equalTo(erasure))
                .body("items[1].details.contacts", contains(contact))
                .body("items[1].details.consultants", contains(consultant))
                .body(
                        "items.action",
                        containsInAnyOrder(
                                "CONTACT_WITHDRAWN",
                                "PERSON_ERASED",
                                "CONSULTANT_RECORDED",
                                "CONSULTANT_RECORDED",
                                "CONTACT_AUTHORIZED",
                                "PARTNER_REGISTERED"))
                .body(not(containsString(mark)));
    }

    @Test
    void anErasedConsultantCanLeave() {
        String consultant = consultant(one, email, "a");
        erase(email).statusCode(200);
        depart(one, consultant, "b").then().statusCode(200).body("erased", equalTo(true));
        Told.of(one, "alliance.evidence.withdrawn");
    }

    @Test
    void whoWasErasedOnAStaffIsCountedThereOnceAndNowhereElse() {
        String consultant = consultant(one, email, "a");
        erase(email).statusCode(200);

        hire(one, email, "b").then().statusCode(409).body("code", equalTo("ON_THIS_STAFF"));
        hire(two, email.toUpperCase(Locale.ROOT), "c").then().statusCode(409).body("code", equalTo("ON_ANOTHER_STAFF"));
        assertThat(evidenceTold(one)).containsExactly("alliance.evidence.recorded");

        depart(one, consultant, "d").then().statusCode(200);
        String again = consultant(two, email, "e");
        Told.of(two, "alliance.evidence.recorded", data -> data.at("/evidence/id")
                .textValue()
                .equals(again));
        Told.of(one, "alliance.evidence.withdrawn");
        assertThat(evidenceTold(one)).containsExactly("alliance.evidence.recorded", "alliance.evidence.withdrawn");
        assertThat(evidenceTold(two)).containsExactly("alliance.evidence.recorded");
    }

    @Test
    void whoWasErasedOnAStaffIsNotCountedTwiceByTwoWhoRecordAtOnce() throws Exception {
        consultant(one, email, "a");
        List<Integer> statuses = atOnce(
                6,
                i -> i == 0
                        ? erase(email).extract().statusCode()
                        : hire(i % 2 == 0 ? one : two, email, "race" + i).statusCode());
        assertThat(statuses).containsExactly(200, 409, 409, 409, 409, 409);
    }

    @Test
    void theMarkOfAnErasedPersonIsNoDigestThatIsKnownElsewhereAndGoesWithTheDeparture() {
        contact(one, email, "a");
        String consultant = consultant(one, email, "b");
        String published = digest.of(email);
        assertThat(database.tablesThatSay(published)).contains("contact", "consultant");
        erase(email).statusCode(200);

        String mark = digest.person(email).erased();
        assertThat(database.tablesThatSay(published)).doesNotContain("contact", "consultant");
        assertThat(database.tablesThatSay(mark)).containsExactly("consultant");
        export(email)
                .body("consultants", empty())
                .body("marks.consultantId", contains(consultant))
                .body("marks.partnerId", contains(one.toString()))
                .body("marks[0].until", nullValue());
        audit(one).body("items[0].action", equalTo("PERSON_EXPORTED"));

        depart(one, consultant, "c");
        assertThat(database.tablesThatSay(mark)).isEmpty();
        export(email).body("marks", empty());
    }

    @Test
    void theMarkOfAnErasedPersonGoesWithTheCertificate() {
        LocalDate today = LocalDate.now(clock);
        hire(one, email, "a", today.plusDays(1)).then().statusCode(201);
        hire(two, "other" + email, "b", today).then().statusCode(201);
        erase(email).statusCode(200);
        erase("other" + email).statusCode(200);
        String mark = digest.person(email).erased();
        assertThat(database.tablesThatSay(digest.person("other" + email).erased()))
                .as("of a certificate that is good no more")
                .isEmpty();

        forgetErasedPeople.forget();
        assertThat(database.tablesThatSay(mark)).containsExactly("consultant");
        export(email).body("marks[0].until", equalTo(today.plusDays(1).toString()));

        try (TimeTravel _ = TimeTravel.by(Period.ofDays(1))) {
            await().untilAsserted(() -> {
                forgetErasedPeople.forget();
                assertThat(database.tablesThatSay(mark)).isEmpty();
            });
        }
    }

    @Test
    void aRetryOfWhatToldOfThePersonIsGoneAndDoesNothingAnew() {
        contact(one, email, "a");
        erase(email).statusCode(200);

        authorize(one, email, "a")
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("type", endsWith("/gone"))
                .body("code", equalTo("ANSWER_ERASED"));
        export(email).body("contacts", empty());
    }

    @Test
    void aContactThatIsWithdrawnIsForgottenInTheAnswersKeptForRetriesToo() {
        String contact = contact(one, email, "a");
        String path = "/v1/partners/{id}/contacts/{c}";
        crm().header("If-Match", crm().get(path, one, contact).header("ETag"))
                .delete(path, one, contact)
                .then()
                .statusCode(204);
        assertThat(database.tablesThatSay(mark)).isEmpty();
    }

    @Test
    void whoIsErasedTwiceAtOnceIsErasedOnce() throws Exception {
        contact(one, email, "a");
        contact(two, email, "b");
        List<Integer> withdrawn =
                atOnce(4, i -> erase(email).statusCode(200).extract().path("contactsWithdrawn"));
        assertThat(withdrawn).containsExactlyInAnyOrder(2, 0, 0, 0);
        erase(email)
                .body("contactsWithdrawn", equalTo(0))
                .body("consultantsErased", equalTo(0))
                .body("answersForgotten", equalTo(0));
    }

    @Test
    void aRequestThatCannotBeCarriedOutIsRefusedByItsFields() {
        contact(one, email, "a");
        manager()
                .body("{\"email\": \"kim\", \"reason\": \" \", \"force\": true}")
                .post("/v1/privacy/erasures")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/force", "/email", "/reason"));
        manager()
                .body("{}")
                .post("/v1/privacy/exports")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/email"));
        for (String reason : List.of("She wrote from " + email, name + " asked for it")) {
            manager()
                    .body("{\"email\": \"%s\", \"reason\": \"%s\"}".formatted(email, reason))
                    .post("/v1/privacy/erasures")
                    .then()
                    .statusCode(422)
                    .body("errors.code", contains("NAMES_THE_PERSON"));
        }
        export(email).body("contacts", hasSize(1));
    }

    @Test
    void onlyAProgramManagerErasesAndNeitherPartnersNorAuditorsAreToldOfPeople() {
        String person = "{\"email\": \"%s\"}".formatted(email);
        String reason = "{\"email\": \"%s\", \"reason\": \"Asked\"}".formatted(email);
        crm().body(person).post("/v1/privacy/exports").then().statusCode(200);
        auditor().body(person).post("/v1/privacy/exports").then().statusCode(403);
        partner(one).body(person).post("/v1/privacy/exports").then().statusCode(403);
        crm().body(reason).post("/v1/privacy/erasures").then().statusCode(403);
        auditor().body(reason).post("/v1/privacy/erasures").then().statusCode(403);
        partner(one).body(reason).post("/v1/privacy/erasures").then().statusCode(403);
    }

    private String contact(UUID partner, String address, String key) {
        return authorize(partner, address, key).then().statusCode(201).extract().path("id");
    }

    private Response authorize(UUID partner, String address, String key) {
        return crm().header("Idempotency-Key", key + one)
                .body("""
                        {"name": "%s", "email": "%s", "phone": "%s", "scopes": ["SUPPORT"]}""".formatted(name, address, PHONE))
                .post("/v1/partners/{id}/contacts", partner);
    }

    private String consultant(UUID partner, String address, String key) {
        return hire(partner, address, key).then().statusCode(201).extract().path("id");
    }

    private Response hire(UUID partner, String address, String key) {
        return hire(partner, address, key, null);
    }

    private Response hire(UUID partner, String address, String key, LocalDate expiresOn) {
        String expiry = expiresOn == null ? "" : ", \"expiresOn\": \"%s\"".formatted(expiresOn);
        return crm().header("Idempotency-Key", key + one)
                .body("""
                        {"name": "%s", "email": "%s",
                         "certification": {"course": "VSO-XP Implementation", "certifiedOn": "2026-01-20"%s}}""".formatted(name, address, expiry))
                .post("/v1/partners/{id}/consultants", partner);
    }

    private static List<String> evidenceTold(UUID partner) {
        return Told.types(partner, "alliance.partners").stream()
                .filter(type -> type.startsWith("alliance.evidence"))
                .toList();
    }

    private Response depart(UUID partner, String consultant, String key) {
        return crm().header("Idempotency-Key", key + one)
                .body("{\"leftOn\": \"2026-03-01\"}")
                .post("/v1/partners/{id}/consultants/{c}/departure", partner, consultant);
    }

    private static ValidatableResponse erase(String address) {
        return manager()
                .body("{\"email\": \"%s\", \"reason\": \"Request 2026-117\"}".formatted(address))
                .post("/v1/privacy/erasures")
                .then();
    }

    private static ValidatableResponse export(String address) {
        return manager()
                .body("{\"email\": \"%s\"}".formatted(address))
                .post("/v1/privacy/exports")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse audit(UUID partner) {
        return auditor().get("/v1/partners/{id}/audit", partner).then().statusCode(200);
    }
}
