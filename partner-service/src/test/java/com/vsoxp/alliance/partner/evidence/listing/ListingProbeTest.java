package com.vsoxp.alliance.partner.evidence.listing;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.outbound.Strangers.redirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.partner.outbound.Strangers;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.TimeTravel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ListingProbeTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String LISTING = "<p>We sell <a href='https://www.vso-xp.example/product'>VSO-XP</a></p>";
    private static final String NOTHING = "<p>We sell everything</p>";

    @Inject
    ListingRounds rounds;

    @Inject
    Clock clock;

    private final Strangers strangers = new Strangers();
    private final AtomicReference<String> page = new AtomicReference<>(LISTING);
    private URI url;
    private UUID partner;

    @BeforeEach
    void aPartnerHasAPage() throws Exception {
        url = strangers.serve(exchange -> Strangers.page(page.get()).answer(exchange));
        partner = registered();
    }

    @AfterEach
    void everybodyGoesHome() {
        strangers.close();
    }

    @Test
    void aLinkIsFoundAndALookLessThanAMinuteOldIsAnsweredAgain() {
        String listing = verified(url);
        String probe = probe(listing)
                .body("found", equalTo(true))
                .body("outcome", equalTo("FOUND"))
                .body("httpStatus", equalTo(200))
                .body("finalUrl", equalTo(url.toString()))
                .body("checkedAt", notNullValue())
                .body("strikes", equalTo(0))
                .body("lapsesOn", nullValue())
                .extract()
                .path("id");
        page.set(NOTHING);
        probe(listing).body("id", equalTo(probe)).body("found", equalTo(true));
        assertThat(strangers.requests).hasSize(1);
        partner(partner)
                .get("/v1/partners/{id}/attestations/{a}/probes", partner, listing)
                .then()
                .statusCode(200)
                .body("items.id", contains(probe));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "<a href='https://vso-xp.example'>,true",
                "<a HREF=\"//partners.VSO-XP.example/x?y#z\">,true",
                "<base href='https://vso-xp.example/'><a href='/about'>,true",
                "<a href='https://vso-xp.example.evil.example/'>,false",
                "<a href='https://not-vso-xp.example/'>,false",
                "<a href='/vso-xp.example'>,false",
                "<a href='mailto:x@vso-xp.example'>,false",
                "<a href='https://[broken'>,false",
                "<!-- <a href='https://vso-xp.example/'> -->,false",
                "<script>'<a href=\"https://vso-xp.example/\">'</script>,false",
                "<img src='https://vso-xp.example/logo.png'>,false",
                "https://vso-xp.example/,false"
            })
    void onlyALinkToTheVendorIsAListing(String html, boolean found) {
        page.set(html);
        probe(submitted(url)).body("found", equalTo(found));
    }

    @Test
    void whatCameInsteadIsTold() throws Exception {
        URI gone = strangers.serve(exchange -> exchange.sendResponseHeaders(404, -1));
        URI picture = strangers.serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, -1);
        });
        URI inward = strangers.serve(redirect("http://169.254.169.254/latest/meta-data/"));
        probe(submitted(gone)).body("outcome", equalTo("NO_PAGE")).body("httpStatus", equalTo(404));
        probe(submitted(picture)).body("outcome", equalTo("NO_PAGE")).body("reason", containsString("HTML"));
        probe(submitted(inward)).body("outcome", equalTo("REFUSED")).body("httpStatus", nullValue());
        probe(submitted(URI.create("http://10.0.0.1/"))).body("outcome", equalTo("REFUSED"));
        probe(submitted(URI.create("http://nobody-is-here.invalid/"))).body("outcome", equalTo("UNREACHABLE"));
    }

    @Test
    void whatIsFoundOfAClaimThatNobodyVerifiedOnlyInforms() {
        String claim = submitted(url);
        probe(claim).body("found", equalTo(true));
        attestation(claim).body("status", equalTo("SUBMITTED")).body("listing", nullValue());
        page.set(NOTHING);
        String other = submitted(url);
        probe(other).body("found", equalTo(false)).body("strikes", equalTo(0)).body("lapsesOn", nullValue());
    }

    @Test
    void threeStrikesBeginAGraceAndItsEndWithdrawsTheEvidence() {
        String listing = verified(url);
        rounds.lookAtAllThatAreDue();
        attestation(listing).body("listing.strikes", equalTo(0));
        page.set(NOTHING);
        for (int week = 1; week <= 3; week++) {
            at(7 * week, rounds::lookAtAllThatAreDue);
        }
        LocalDate end = TODAY.plusDays(21 + 30);
        attestation(listing)
                .body("status", equalTo("VERIFIED"))
                .body("listing.strikes", equalTo(3))
                .body("listing.lapsesOn", equalTo(end.toString()));
        for (int day : new int[] {28, 35, 42, 49, 50}) {
            at(day, rounds::lookAtAllThatAreDue);
        }
        attestation(listing).body("status", equalTo("VERIFIED")).body("listing.strikes", equalTo(7));
        at(51, rounds::lookAtAllThatAreDue);
        attestation(listing)
                .body("status", equalTo("LAPSED"))
                .body("verifiedOn", nullValue())
                .body("listing", nullValue())
                .body("reason", containsString("not found"));
        assertThat(Told.of(partner, "alliance.evidence.withdrawn")
                        .at("/evidence/withdrawnOn")
                        .textValue())
                .isEqualTo(end.toString());
        manager().get("/v1/partners/{id}/audit", partner).then().body("items.action", hasItem("ATTESTATION_LAPSED"));
        int looks = strangers.requests.size();
        at(80, rounds::lookAtAllThatAreDue);
        assertThat(strangers.requests).hasSize(looks);
    }

    @Test
    void aLinkThatComesBackOnTheLastDaySavesTheListing() {
        String listing = verified(url);
        page.set(NOTHING);
        for (int day : new int[] {0, 7, 14, 43}) {
            at(day, rounds::lookAtAllThatAreDue);
        }
        page.set(LISTING);
        at(44, rounds::lookAtAllThatAreDue);
        attestation(listing)
                .body("status", equalTo("VERIFIED"))
                .body("listing.strikes", equalTo(0))
                .body("listing.lapsesOn", nullValue());
    }

    @Test
    void aLapsedListingCountsAgainOnceAProgramManagerSaysSo() {
        String listing = verified(url);
        page.set(NOTHING);
        for (int day : new int[] {0, 7, 14, 44}) {
            at(day, rounds::lookAtAllThatAreDue);
        }
        attestation(listing).body("status", equalTo("LAPSED"));
        page.set(LISTING);
        at(45, () -> probe(listing).body("found", equalTo(true)));
        attestation(listing).body("status", equalTo("LAPSED"));
        verify(listing, "{\"outcome\": \"VERIFIED\"}");
        attestation(listing).body("status", equalTo("VERIFIED")).body("listing.strikes", equalTo(0));
    }

    @Test
    void aListingWhoseVerificationEndedIsLookedAtNoMore() {
        String listing = submitted(url);
        verify(listing, "{\"outcome\": \"VERIFIED\", \"validUntil\": \"" + TODAY.plusDays(3) + "\"}");
        at(4, rounds::lookAtAllThatAreDue);
        at(20, rounds::lookAtAllThatAreDue);
        assertThat(strangers.requests).hasSize(1);
        attestation(listing).body("listing", nullValue());
    }

    @Test
    void replicasShareTheRoundsAndLookOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            verified(url);
        }
        atOnce(3, i -> {
            rounds.lookAtAllThatAreDue();
            return i;
        });
        assertThat(strangers.requests).hasSize(20);
    }

    @Test
    void onlyAListingWithAPageCanBeLookedAt() {
        String other = attest("{\"kind\": \"INTERNAL_USE\", \"evidenceUrl\": \"" + url + "\"}");
        String words = attest("{\"kind\": \"WEBSITE_LISTING\", \"statement\": \"See our page\"}");
        for (String claim : new String[] {other, words}) {
            crm().post("/v1/partners/{id}/attestations/{a}/probe", partner, claim)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("NOTHING_TO_PROBE"));
        }
        crm().post("/v1/partners/{id}/attestations/{a}/probe", partner, UUID.randomUUID())
                .then()
                .statusCode(404);
        crm().get("/v1/partners/{id}/attestations/{a}/probes", partner, UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyLooksAtAForeignListing() {
        String listing = verified(url);
        partner(partner)
                .post("/v1/partners/{id}/attestations/{a}/probe", partner, listing)
                .then()
                .statusCode(200);
        UUID stranger = registered("Fabrikam");
        partner(stranger)
                .post("/v1/partners/{id}/attestations/{a}/probe", partner, listing)
                .then()
                .statusCode(404);
        partner(stranger)
                .get("/v1/partners/{id}/attestations/{a}/probes", partner, listing)
                .then()
                .statusCode(404);
        crm().post("/v1/partners/{id}/attestations/{a}/probe", stranger, listing)
                .then()
                .statusCode(404);
        auditor()
                .post("/v1/partners/{id}/attestations/{a}/probe", partner, listing)
                .then()
                .statusCode(403);
        auditor()
                .get("/v1/partners/{id}/attestations/{a}/probes", partner, listing)
                .then()
                .statusCode(200);
    }

    @Test
    void looksAreListedPageByPageTheLatestFirst() {
        String listing = verified(url);
        for (int day = 0; day < 3; day++) {
            at(day, () -> probe(listing));
        }
        String next = crm().get("/v1/partners/{id}/attestations/{a}/probes?limit=2", partner, listing)
                .then()
                .body("items", hasSize(2))
                .body("items[0].checkedAt", containsString(TODAY.plusDays(2).toString()))
                .extract()
                .path("nextCursor");
        crm().get("/v1/partners/{id}/attestations/{a}/probes?limit=2&cursor={c}", partner, listing, next)
                .then()
                .body("items", hasSize(1))
                .body("items[0].checkedAt", containsString(TODAY.toString()));
    }

    private String verified(URI page) {
        String listing = submitted(page);
        verify(listing, "{\"outcome\": \"VERIFIED\"}");
        return listing;
    }

    private String submitted(URI page) {
        return attest("{\"kind\": \"WEBSITE_LISTING\", \"evidenceUrl\": \"" + page + "\"}");
    }

    private String attest(String body) {
        return crm().body(body)
                .post("/v1/partners/{id}/attestations", partner)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void verify(String listing, String body) {
        manager()
                .body(body)
                .post("/v1/partners/{id}/attestations/{a}/verification", partner, listing)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse probe(String listing) {
        return crm().post("/v1/partners/{id}/attestations/{a}/probe", partner, listing)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse attestation(String listing) {
        return crm().get("/v1/partners/{id}/attestations/{a}", partner, listing)
                .then()
                .statusCode(200);
    }

    private void at(int days, Runnable act) {
        try (var _ = TimeTravel.by(Period.ofDays(days))) {
            await().until(() -> LocalDate.now(clock).equals(TODAY.plusDays(days)));
            act.run();
        }
        await().until(() -> LocalDate.now(clock).equals(TODAY));
    }
}
