package com.vsoxp.alliance.benefits.quote;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.vsoxp.alliance.benefits.Partners;
import com.vsoxp.alliance.benefits.Said;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an absorbed partner was promised is found with the survivor, until the merge is undone. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MergedQuotesTest {

    private static final String QUOTES = "/v1/quotes";

    private UUID absorbed;
    private UUID survivor;

    @BeforeEach
    void twoPartners() {
        Said.program();
        absorbed = Partners.premier();
        survivor = Partners.reseller();
    }

    @Test
    void theSurvivorHasTheQuotesOfBothTheLatestFirstAndTheAbsorbedIdMeansTheSurvivor() {
        var first = quote(absorbed);
        var second = quote(survivor);
        var third = quote(absorbed);

        Said.merged(absorbed, 9, survivor);

        awaitQuotes(survivor, third, second, first);
        awaitQuotes(absorbed, third, second, first);
        read(third, Tokens.crm()).then().statusCode(200).body("partnerId", equalTo(absorbed.toString()));
    }

    @Test
    void pagesLeadThroughTheQuotesOfBothOnceEach() {
        var all = new ArrayList<String>();
        for (var partner : List.of(absorbed, survivor, survivor, absorbed, absorbed)) {
            all.addFirst(quote(partner));
        }
        Said.merged(absorbed, 9, survivor);
        awaitQuotes(survivor, all.toArray(String[]::new));

        var read = new ArrayList<String>();
        String cursor = null;
        do {
            var page = list(survivor, Tokens.auditor(), 2, cursor);
            read.addAll(page.path("items.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(read).isEqualTo(all);
    }

    @Test
    void theSurvivorReadsThemByItsOwnTokenAndAStrangerDoesNot() {
        var theirs = quote(absorbed);
        assertThat(read(theirs, Tokens.partner(survivor)).statusCode()).isEqualTo(404);

        Said.merged(absorbed, 9, survivor);
        awaitQuotes(survivor, theirs);

        assertThat(read(theirs, Tokens.partner(survivor)).statusCode()).isEqualTo(200);
        assertThat(list(null, Tokens.partner(survivor), 50, null).<List<String>>path("items.id"))
                .containsExactly(theirs);
        var stranger = Partners.reseller();
        assertThat(read(theirs, Tokens.partner(stranger)).statusCode()).isEqualTo(404);
        assertThat(list(survivor, Tokens.partner(stranger), 50, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUndoneMergeGivesEachItsOwnAgain() {
        var theirs = quote(absorbed);
        var own = quote(survivor);
        Said.merged(absorbed, 9, survivor);
        awaitQuotes(survivor, own, theirs);

        Said.unmerged(absorbed, 11, survivor);

        awaitQuotes(survivor, own);
        awaitQuotes(absorbed, theirs);
        assertThat(read(theirs, Tokens.partner(survivor)).statusCode()).isEqualTo(404);
    }

    private static String quote(UUID partner) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "partnerId",
                        partner,
                        "lines",
                        List.of(Map.of(
                                "kind",
                                "LICENSE",
                                "sku",
                                "VSO-XP",
                                "quantity",
                                1,
                                "unitListPrice",
                                Map.of("amount", "100.00", "currency", "USD")))))
                .post(QUOTES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void awaitQuotes(UUID partner, String... ids) {
        Said.eventually(() ->
                list(partner, Tokens.crm(), 50, null).then().statusCode(200).body("items.id", contains(ids)));
    }

    private static Response list(UUID partner, String token, int limit, String cursor) {
        var asked = given().auth().oauth2(token).queryParam("limit", limit);
        asked = partner == null ? asked : asked.queryParam("partnerId", partner);
        return (cursor == null ? asked : asked.queryParam("cursor", cursor)).get(QUOTES);
    }

    private static Response read(String id, String token) {
        return given().auth().oauth2(token).get(QUOTES + "/{id}", id);
    }
}
