package com.vsoxp.alliance.eligibility.standing;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class StandingResourceTest {

    @Test
    void aStandingTellsWhatIsLostWhen() {
        Told told = Told.premier();

        told.get("standing")
                .then()
                .statusCode(200)
                .body("status", is("GOOD"))
                .body("tier", is("PREMIER"))
                .body("since", is(TODAY.toString()))
                .body("nextTransitionOn", is(TODAY.plusMonths(12).toString()))
                .body("losesOn", is(TODAY.plusMonths(12).plusDays(90).toString()))
                .body("fallsTo", nullValue());
    }

    @Test
    void theCalendarListsWhoIsAtRiskBeforeADay() {
        Told safe = Told.premier();
        Told atRisk = Told.premier();
        atRisk.reversed(1, TODAY);
        atRisk.awaitStanding("AT_RISK");

        List<String> partners = calendar("status=AT_RISK&before=" + TODAY.plusDays(91));

        assertThat(partners).contains(atRisk.partner.toString()).doesNotContain(safe.partner.toString());
        assertThat(calendar("before=" + TODAY.plusDays(90))).doesNotContain(atRisk.partner.toString());
        assertThat(calendar("status=GOOD")).contains(safe.partner.toString());
    }

    @Test
    void theCalendarTellsWhatIsLostForWhatAndWhatWouldAvertIt() {
        Told premier = Told.premier();
        Told reseller = Told.applicant("RESELLER");
        reseller.awaitTier("RESELLER");
        LocalDate lost = TODAY.plusMonths(12).plusDays(90);

        assertThat(calendar("tier=PREMIER"))
                .contains(premier.partner.toString())
                .doesNotContain(reseller.partner.toString());
        assertThat(calendar("tier=RESELLER&status=GOOD"))
                .contains(reseller.partner.toString())
                .doesNotContain(premier.partner.toString());
        list("tier=PREMIER&status=GOOD&limit=200")
                .then()
                .body(
                        "items.find { it.partnerId == '%s' }.lostFor.missing".formatted(premier.partner),
                        contains("15 more licenses by " + lost, "3 more published success stories by " + lost));
        premier.get("standing").then().body("lostFor.requirement", contains("LICENSE_SALES", "SUCCESS_STORIES"));
        assertThat(calendar("tier=GOLD")).isEmpty();
    }

    @Test
    void theCalendarIsReadPageByPageInTheOrderOfLosses() {
        Told.premier();
        Told.premier().reversed(1, TODAY).awaitStanding("AT_RISK");
        Told.applicant("RESELLER").awaitTier("RESELLER");

        List<String> days = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = list("limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            days.addAll(page.jsonPath().getList("items.losesOn", String.class));
            cursor = page.path("nextCursor");
        }

        assertThat(days).hasSizeGreaterThanOrEqualTo(3);
        assertThat(days.stream().filter(day -> day != null)).isSorted();
    }

    @Test
    void theWholeCalendarIsThatOfEachTierAndStatusTogether() {
        Told.premier();
        Told.premier().reversed(1, TODAY).awaitStanding("AT_RISK");
        Told.applicant("RESELLER").awaitTier("RESELLER");

        List<String> all = wholeCalendar("");

        assertThat(all).doesNotHaveDuplicates();
        assertThat(Stream.of("PREMIER", "RESELLER").flatMap(tier -> wholeCalendar("&tier=" + tier).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(Stream.of("GOOD", "AT_RISK").flatMap(status -> wholeCalendar("&status=" + status).stream()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aBadFilterIsNamed() {
        list("status=FINE").then().statusCode(400).body("errors.pointer", contains("?status"));
        list("before=soon").then().statusCode(400).body("errors.pointer", contains("?before"));
        list("limit=201").then().statusCode(400).body("errors.pointer", contains("?limit"));
        list("cursor=forged").then().statusCode(400).body("errors.pointer", contains("?cursor"));
    }

    @Test
    void aPartnerMayNotReadTheCalendar() {
        given().auth()
                .oauth2(Tokens.partner(new Told().partner))
                .get("/v1/standings")
                .then()
                .statusCode(403);
    }

    @Test
    void whoHasNoOpenEnrollmentHasNoStanding() {
        Told told = new Told().registered().awaitKnown();

        told.get("standing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void onlyTheAskedStatusIsListed() {
        Told.premier().reversed(1, TODAY).awaitStanding("AT_RISK");

        list("status=AT_RISK").then().body("items.status", everyItem(is("AT_RISK")));
    }

    /** Page by page; pages end in the midst of a day. */
    private static List<String> wholeCalendar(String query) {
        List<String> partners = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = list("limit=53" + query + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            partners.addAll(page.jsonPath().getList("items.partnerId", String.class));
            cursor = page.path("nextCursor");
        }
        return partners;
    }

    private static List<String> calendar(String query) {
        return list(query + "&limit=200").jsonPath().getList("items.partnerId", String.class);
    }

    private static Response list(String query) {
        return given().auth().oauth2(Tokens.auditor()).get("/v1/standings?" + query);
    }
}
