package com.vsoxp.alliance.eligibility.scorecard;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ScorecardResourceTest {

    private static final String SALES = "requirements.find { it.code == 'LICENSE_SALES' }.";
    private static final String FEE = "requirements.find { it.code == 'PROGRAM_FEE' }.";

    @Test
    void theScorecardOfTheGoalTellsWhatIsMetAndWhatIsMissing() {
        Told told = Told.applicant("PREMIER");
        told.sold(11, TODAY.minusDays(3));
        told.awaitLicenses(11);

        told.get("scorecard")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("tier", is("PREMIER"))
                .body("program", is("2.0"))
                .body("asOf", is(TODAY.toString()))
                .body("outcome", is("NOT_QUALIFIED"))
                .body("qualifiedTier", is("RESELLER"))
                .body("requirements", hasSize(7))
                .body(SALES + "level", is("REQUIRED"))
                .body(SALES + "verdict", is("UNMET"))
                .body(SALES + "required", is(15))
                .body(SALES + "actual", is(11))
                .body(SALES + "missing", is("4 more licenses"))
                .body(SALES + "missingAmount", is(4))
                .body(
                        SALES + "window.from",
                        is(TODAY.minusMonths(12).plusDays(1).toString()))
                .body(SALES + "window.to", is(TODAY.toString()))
                .body(SALES + "evidence.kind", contains("LICENSE_SALE"))
                .body(SALES + "evidence.on", contains(TODAY.minusDays(3).toString()))
                .body(SALES + "evidence.quantity", contains(11))
                .body(FEE + "required.amount", is("500.00"))
                .body(FEE + "required.currency", is("USD"))
                .body(FEE + "missing", is("500.00 USD more"));
    }

    @Test
    void aPremiersScorecardIsThatOfItsTierUntilItsEvidenceLapses() {
        Told told = Told.premier();

        told.get("scorecard")
                .then()
                .body("tier", is("PREMIER"))
                .body("outcome", is("QUALIFIED"))
                .body("nextTransitionOn", is(TODAY.plusMonths(12).toString()))
                .body(SALES + "lapsesOn", is(TODAY.plusMonths(12).toString()))
                .body(SALES + "missing", nullValue())
                .body(FEE + "lapsesOn", nullValue());
    }

    @Test
    void whatComesNextIsToldInWordsAndSoIsWhatWouldKeepTheTier() {
        Told told = Told.premier();
        LocalDate next = TODAY.plusMonths(12);

        told.get("scorecard")
                .then()
                .body(SALES + "toKeep", is("15 more licenses by " + next))
                .body("nextTransition.on", is(next.toString()))
                .body(
                        "nextTransition.verdicts.findAll { it.tier == 'PREMIER' }.requirement",
                        contains("LICENSE_SALES", "SUCCESS_STORIES"))
                .body("nextTransition.standing.status", is("AT_RISK"))
                .body(
                        "nextTransition.words",
                        hasItems(
                                "License sales generated annually: MET becomes UNMET for Premier Partner",
                                "Premier Partner is at risk, and lost on " + next.plusDays(90)
                                        + " unless it is met again"));
    }

    @Test
    void anyDayCanBeAskedFor() {
        Told told = Told.premier();

        told.get("scorecard?asOf=" + TODAY.minusDays(1))
                .then()
                .body("outcome", is("NOT_QUALIFIED"))
                .body(SALES + "actual", is(0));
        told.get("scorecard?asOf=" + TODAY.plusMonths(12))
                .then()
                .body("outcome", is("NOT_QUALIFIED"))
                .body(
                        SALES + "missing",
                        is("15 more licenses by " + TODAY.plusMonths(12).plusDays(90)));
        told.get("scorecard?asOf=1990-01-01")
                .then()
                .statusCode(200)
                .body("program", is("2.0"))
                .body("outcome", is("NOT_QUALIFIED"));
    }

    @Test
    void aCompanyThatNeverAppliedSeesTheLowestTier() {
        Told told = new Told().registered().awaitKnown();

        told.get("scorecard")
                .then()
                .body("tier", is("RESELLER"))
                .body("outcome", is("PROVISIONAL"))
                .body(SALES + "verdict", is("IN_GRACE"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            tier=GOLD,          422, ?tier
            program=9.9,        422, ?program
            asOf=2026-02-30,    400, ?asOf
            asOf=yesterday,     400, ?asOf
            """)
    void aBadParameterIsNamed(String query, int status, String pointer) {
        Told told = new Told().registered().awaitKnown();

        told.get("scorecard?" + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void anUnknownPartnerIsNotFoundEvenIfThereAreFactsAboutIt() {
        new Told().get("scorecard").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/partners/not-an-id/scorecard")
                .then()
                .statusCode(404);
    }

    @Test
    void aPartnerReadsItsOwnScorecardAndNoOther() {
        Told told = new Told().registered().awaitKnown();

        given().auth()
                .oauth2(Tokens.partner(told.partner))
                .get("/v1/partners/{id}/scorecard", told.partner)
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get("/v1/partners/{id}/scorecard", told.partner)
                .then()
                .statusCode(404);
    }
}
