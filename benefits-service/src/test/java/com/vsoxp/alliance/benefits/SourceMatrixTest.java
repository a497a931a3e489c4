package com.vsoxp.alliance.benefits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.benefits.support.Digests;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The source's table "Partner Benefits", cell by cell: what is said of a partner's benefit, and what comes of using it. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class SourceMatrixTest {

    private static final String KIM = "kim@northwind.example";

    @Inject
    Digests digests;

    @ParameterizedTest
    @CsvSource({
        "LICENSE_DISCOUNT,   RESELLER, 25%,           100.00 - 25.00 = 75.00",
        "LICENSE_DISCOUNT,   PREMIER,  33%,           100.00 - 33.00 = 67.00",
        "EVALUATION_LICENSE, RESELLER, NOT_AVAILABLE, 409 NOT_ENTITLED",
        "EVALUATION_LICENSE, PREMIER,  INCLUDED,      201 VALID",
        "TECHNICAL_SUPPORT,  RESELLER, FEE_BASED,     true FEE_BASED",
        "TECHNICAL_SUPPORT,  PREMIER,  INCLUDED,      true INCLUDED",
        "TRAINING_DISCOUNT,  RESELLER, NOT_AVAILABLE, 100.00 - 0.00 = 100.00",
        "TRAINING_DISCOUNT,  PREMIER,  50%,           100.00 - 50.00 = 50.00",
        "SUPPORT_PORTAL,     RESELLER, INCLUDED,      open to 1",
        "SUPPORT_PORTAL,     PREMIER,  INCLUDED,      open to 1",
        "LOGO_USE,           RESELLER, INCLUDED,      VALID RESELLER",
        "LOGO_USE,           PREMIER,  INCLUDED,      VALID PREMIER",
        "DIRECTORY_LISTING,  RESELLER, INCLUDED,      INCLUDED",
        "DIRECTORY_LISTING,  PREMIER,  INCLUDED,      INCLUDED",
    })
    void eachTierCanUseWhatItsColumnSays(String benefit, String tier, String value, String use) {
        Said.program();
        var partner = Partners.holding(tier);
        Said.authorized(partner, 4, Ids.next(), digests.of(KIM));

        assertThat(entitlement(partner, benefit)).isEqualTo(value);
        Said.eventually(() -> assertThat(used(partner, benefit)).isEqualTo(use));
    }

    private static String used(UUID partner, String benefit) {
        return switch (benefit) {
            case "LICENSE_DISCOUNT" -> quoted(partner, "LICENSE");
            case "TRAINING_DISCOUNT" -> quoted(partner, "TRAINING");
            case "EVALUATION_LICENSE" -> {
                var answer =
                        post("/v1/partners/" + partner + "/evaluation-licenses", Map.of("product", "VSO-XP Help Desk"));
                yield answer.statusCode() == 201
                        ? "201 " + verified(answer.path("key"))
                        : answer.statusCode() + " " + answer.<String>path("code");
            }
            case "TECHNICAL_SUPPORT" -> {
                var answer = post("/v1/support-authorizations", Map.of("partnerId", partner, "contactEmail", KIM));
                yield answer.path("authorized") + " " + answer.path("terms");
            }
            case "SUPPORT_PORTAL" -> {
                var answer = get("/v1/partners/" + partner + "/portal-access");
                yield (answer.getBoolean("open") ? "open" : "closed") + " to "
                        + answer.getList("contacts").size();
            }
            case "LOGO_USE" -> {
                var token = get("/v1/partners/" + partner + "/logo-grant").getString("token");
                var answer = given().get("/v1/logo-grants/{token}", token).jsonPath();
                yield answer.getString("status") + " " + answer.getString("tier");
            }
            // It is the directory that uses it: by what this service tells.
            case "DIRECTORY_LISTING" ->
                Said.entitlementsSaidOf(partner)
                        .getLast()
                        .path("entitlements")
                        .valueStream()
                        .filter(said -> said.path("code").asText().equals(benefit))
                        .findFirst()
                        .orElseThrow()
                        .path("value")
                        .asText();
            default -> throw new IllegalArgumentException(benefit);
        };
    }

    private static String entitlement(UUID partner, String benefit) {
        var value = get("/v1/partners/" + partner + "/entitlements")
                .get("items.find { it.code == '" + benefit + "' }.value");
        return value instanceof Map<?, ?> discount ? discount.get("percent") + "%" : value.toString();
    }

    private static String quoted(UUID partner, String kind) {
        var line = Map.of(
                "kind",
                kind,
                "sku",
                "SKU",
                "quantity",
                1,
                "unitListPrice",
                Map.of("amount", "100.00", "currency", "USD"));
        var totals = post("/v1/quotes", Map.of("partnerId", partner, "lines", List.of(line)))
                .jsonPath()
                .getMap("totals");
        return "%s - %s = %s"
                .formatted(amount(totals.get("list")), amount(totals.get("discount")), amount(totals.get("net")));
    }

    private static Object amount(Object money) {
        return ((Map<?, ?>) money).get("amount");
    }

    private static String verified(String key) {
        return post("/v1/evaluation-licenses/verification", Map.of("key", key)).path("status");
    }

    private static Response post(String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(Tokens.crm())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(Tokens.crm())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
