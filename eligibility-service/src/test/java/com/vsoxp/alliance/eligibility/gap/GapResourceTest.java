package com.vsoxp.alliance.eligibility.gap;

import static com.vsoxp.alliance.eligibility.Told.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.eligibility.Told;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class GapResourceTest {

    private static final String SALES = "requirements.find { it.code == 'LICENSE_SALES' }.";

    @Test
    void anEventThatCouldNotBeTakenLeavesItsRequirementIndeterminateUntilItIsTaken() {
        Told told = Told.applicant("PREMIER").premierButForSales();
        told.awaitTier("RESELLER");
        ObjectNode sale = told.soldUnreadably(15);
        String key = told.partner.toString();

        Map<String, Object> gap = awaitGap(told.partner, "EVENT_SET_ASIDE");
        assertThat(gap.get("words")).isEqualTo("event 1 of alliance.sales could not be taken");
        told.get("scorecard?tier=PREMIER")
                .then()
                .body(SALES + "verdict", is("INDETERMINATE"))
                .body(SALES + "why", is("event 1 of alliance.sales could not be taken"))
                .body(SALES + "missing", is("15 more licenses, unless what could not be taken tells of it"));

        ((ObjectNode) sale.get("sale")).put("soldOn", TODAY.toString());
        Topics.publish("alliance.sales", "alliance.sale.recorded", key, sale);

        told.awaitTier("PREMIER");
        assertThat(gaps("EVENT_SET_ASIDE")).doesNotContain(told.partner);
    }

    @Test
    void factsOfAPartnerThatNobodyRegisteredAreSeen() {
        Told told = new Told();
        told.sold(3, TODAY);

        assertThat(awaitGap(told.partner, "PARTNER_UNKNOWN").get("words")).isEqualTo("it was never registered");

        told.registered().awaitKnown();
        assertThat(gaps("PARTNER_UNKNOWN")).doesNotContain(told.partner);
    }

    @Test
    void aFeeThatWasPaidInAnotherCurrencyIsSeenAsIndeterminate() {
        Told told = Told.applicant("PREMIER").paid("500.00", "EUR");

        assertThat(awaitGap(told.partner, "REQUIREMENT_INDETERMINATE").get("requirements"))
                .isEqualTo(List.of("PROGRAM_FEE"));
        told.get("scorecard?tier=PREMIER")
                .then()
                .body("requirements.find { it.code == 'PROGRAM_FEE' }.verdict", is("INDETERMINATE"))
                .body("requirements.find { it.code == 'PROGRAM_FEE' }.why", is("1 of the facts is not told in USD"));
    }

    @Test
    void anEnrollmentWithoutItsDaysIsSeen() {
        Told told = new Told().registered().appliedOn("RESELLER", null);

        awaitGap(told.partner, "DATES_UNKNOWN");
    }

    @Test
    void gapsAreReadPageByPage() {
        new Told().sold(1, TODAY);
        Told last = new Told();
        last.sold(1, TODAY);
        awaitGap(last.partner, "PARTNER_UNKNOWN");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = list("kind=PARTNER_UNKNOWN&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            paged.addAll(page.jsonPath().getList("items.partnerId", String.class));
            cursor = page.path("nextCursor");
        }

        assertThat(paged)
                .doesNotHaveDuplicates()
                .contains(last.partner.toString())
                .hasSizeGreaterThan(1);
    }

    @Test
    void aPartnerMayNotReadThemAndABadFilterIsNamed() {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.partner(Ids.next()))
                .get("/v1/gaps")
                .then()
                .statusCode(403);
        list("kind=ALL").then().statusCode(400).body("errors.pointer", contains("?kind"));
        list("cursor=forged").then().statusCode(400).body("errors.pointer", contains("?cursor"));
    }

    private static Map<String, Object> awaitGap(UUID partner, String kind) {
        return await(kind + " of " + partner)
                .atMost(Duration.ofSeconds(20))
                .until(() -> gap(partner, kind), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Map<String, Object>> gap(UUID partner, String kind) {
        Map<String, Object> item =
                list("limit=200&kind=" + kind).path("items.find { it.partnerId == '" + partner + "' }");
        if (item == null) {
            return Optional.empty();
        }
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> missing = (List<Map<String, Object>>) item.get("missing");
        return missing.stream().filter(gap -> kind.equals(gap.get("kind"))).findFirst();
    }

    private static List<UUID> gaps(String kind) {
        return list("limit=200&kind=" + kind).jsonPath().getList("items.partnerId", UUID.class);
    }

    private static Response list(String query) {
        return RestAssured.given().auth().oauth2(Tokens.auditor()).get("/v1/gaps?" + query);
    }
}
