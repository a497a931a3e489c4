package com.vsoxp.alliance.partner.partner;

import static com.vsoxp.alliance.partner.Api.crm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each field of a partner's record takes, and what it refuses. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PartnerFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void textsAreReadableLines() {
        for (String field : List.of("name", "legalName", "region", "city")) {
            takes(field, "Łódź & Söhne — 株式会社", "l’Atelier 24/7", "x".repeat(100));
            refuses(field, "", " ", "\u00A0\u2003", "\u200B", "a\nb", "a\tb", "a\u0085b", "a\u2028b", "a\u007Fb");
            refusesAsUnstorable(field, "a\0b");
        }
        takes("name", "n".repeat(200));
        refuses("name", "n".repeat(201));
        refuses("region", "r".repeat(101));
        refuses("city", "c".repeat(101));
    }

    @Test
    void aTextOfAMegabyteIsRefusedAsFastAsAShortOne() {
        long began = System.nanoTime();
        refuses("name", "n".repeat(900_000) + "\u0007");
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void aDescriptionMayHaveSeveralLines() {
        takes("description", "First.\r\n\tSecond.\n", "d".repeat(4_000));
        refuses("description", "d".repeat(4_001), "bell\u0007", "escape\u001B[31m", "next line\u0085");
    }

    @Test
    void aCountryIsAnIsoCodeInCapitals() {
        takes("country", "DE", "US", "CI");
        refuses("country", "", "de", "DEU", "XX", "EU", "UK", "D\u0395");
    }

    @Test
    void urlsAreAbsoluteWebAddressesWithoutCredentials() {
        for (String field : List.of("website", "logoUrl")) {
            takes(
                    field,
                    "https://northwind.example",
                    "HTTP://northwind.example:8080/a%20b?c=d#e",
                    "https://xn--mnchen-3ya.example/",
                    "https://[2001:db8::1]/");
            refuses(
                    field,
                    "",
                    "northwind.example",
                    "/logo.svg",
                    "//northwind.example/logo.svg",
                    "ftp://northwind.example/",
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "https://",
                    "https:///path",
                    "https://user@northwind.example/",
                    "https://user:secret@northwind.example/",
                    "https://north wind.example/",
                    "https://north_wind.example/",
                    "https://-northwind.example/",
                    "https://northwind.example:99999/",
                    "https://northwind.example/a\nb",
                    "https://" + "a".repeat(64) + ".example/",
                    "https://northwind.example/" + "p".repeat(2_048));
        }
    }

    @Test
    void anEmailAddressFollowsRfc5321() {
        String longest =
                "l".repeat(64) + "@" + "d".repeat(63) + "." + "d".repeat(63) + "." + "d".repeat(53) + ".example";
        assertThat(longest).hasSize(254);
        takes(
                "publicEmail",
                "partners@northwind.example",
                "a.b+c_d@x-y.example",
                "\"quoted @ word\"@a.example",
                longest);
        refuses(
                "publicEmail",
                "",
                "nobody",
                "@northwind.example",
                "a@",
                "a@b@northwind.example",
                ".a@northwind.example",
                "a.@northwind.example",
                "a..b@northwind.example",
                "a b@northwind.example",
                "a@northwind..example",
                "a@-northwind.example",
                "a@northwind-.example",
                "a@northwind_.example",
                "a@localhost",
                "a@[192.0.2.1]",
                "a@192.0.2.1",
                "a@northwind.example\r\nBcc: x@y.example",
                "a@" + "d".repeat(64) + ".example",
                "l".repeat(65) + "@northwind.example",
                "x" + longest);
    }

    @Test
    void aTelephoneNumberHasUpToFifteenDigits() {
        takes("publicPhone", "+49 89 1234567", "(089) 123-45.67", "+1 (425) 555/0100", "110", "+12 345678901234 5");
        refuses(
                "publicPhone",
                "",
                "12",
                "call us",
                "+",
                "++49 89 1234567",
                "1234567890123456",
                "+49 89 1234567 x 5",
                "1    2    3");
    }

    @Test
    void languagesAreKnownTagsNamedOnce() {
        takesAll("languages", List.of("de", "pt-BR", "zh-Hant-TW", "es-419", "gsw", "de-CH-1996"));
        refusesElement(
                "languages", "", "d", "english", "xx", "de_DE", "de-XX", "en-", "de-CH-1996-" + "x-abcdefgh".repeat(3));
        refusesAll("languages", List.of("de", "de"));
        refusesAll(
                "languages", IntStream.range(0, 51).mapToObj(i -> "de-x-" + i).toList());
    }

    @Test
    void verticalsAreReadableLinesNamedOnce() {
        takesAll("verticals", List.of("public sector", "manufacturing"));
        refusesElement("verticals", "", " ", "a\nb", "v".repeat(101));
        refusesAll("verticals", List.of("retail", "retail"));
        refusesAll("verticals", IntStream.range(0, 51).mapToObj(i -> "v" + i).toList());
    }

    @Test
    void externalIdsAreShortAndPlain() {
        takesIds("{\"salesforce\": \"%1$s!~\", \"hub-spot.eu_1\": \"%1$s\"}".formatted(System.nanoTime()));
        for (String ids : List.of(
                "{\"Sales\": \"1\"}",
                "{\"\": \"1\"}",
                "{\"a\": \"\"}",
                "{\"a\": \"1 2\"}",
                "{\"a\": \"ü\"}",
                "{\"" + "s".repeat(64) + "\": \"1\"}",
                "{\"a\": \"" + "1".repeat(201) + "\"}")) {
            assertThat(with("externalIds", read(ids)).statusCode()).as(ids).isEqualTo(422);
        }
        ObjectNode many = JSON.createObjectNode();
        IntStream.range(0, 21).forEach(i -> many.put("s" + i, "1"));
        with("externalIds", many).then().statusCode(422).body("errors.pointer", contains("/externalIds"));
    }

    @Test
    void aLocationIsOnEarthAndWhole() {
        with("location", read("{\"latitude\": -90, \"longitude\": 180}")).then().statusCode(201);
        with("location", read("{\"latitude\": 90.0000001, \"longitude\": -180.0000001}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/location/latitude", "/location/longitude"));
        with("location", read("{\"latitude\": 1}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/location/longitude"));
        with("location", read("{\"latitude\": \"1\", \"longitude\": 1e99, \"height\": 3}"))
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/location/latitude", "/location/longitude", "/location/height"));
    }

    @Test
    void listsHoldNoNullsAndNothingOfAnotherType() {
        with("languages", read("[null, \"de\"]"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/languages/0"));
        with("businessTypes", read("\"CONSULTANCY\""))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/businessTypes"));
        with("services", read("[\"SALES\", \"SALES\"]"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/services"));
    }

    private static void takes(String field, String... values) {
        for (String value : values) {
            assertThat(with(field, JSON.valueToTree(value)).statusCode())
                    .as("%s %s", field, value)
                    .isEqualTo(201);
        }
    }

    private static void refuses(String field, String... values) {
        for (String value : values) {
            Response answer = with(field, JSON.valueToTree(value));
            assertThat(answer.statusCode()).as("%s %.80s", field, value).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .containsOnly("/" + field);
        }
    }

    private static void refusesAsUnstorable(String field, String value) {
        with(field, JSON.valueToTree(value)).then().statusCode(400).body("errors.pointer", contains("/" + field));
    }

    private static void takesAll(String field, List<String> values) {
        with(field, JSON.valueToTree(values)).then().statusCode(201);
    }

    private static void refusesAll(String field, List<String> values) {
        with(field, JSON.valueToTree(values)).then().statusCode(422).body("errors.pointer", contains("/" + field));
    }

    private static void refusesElement(String field, String... values) {
        for (String value : values) {
            Response answer = with(field, JSON.valueToTree(List.of(value)));
            assertThat(answer.statusCode()).as("%s %s", field, value).isEqualTo(422);
            assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                    .containsOnly("/" + field + "/0");
        }
    }

    private static void takesIds(String ids) {
        with("externalIds", read(ids)).then().statusCode(201);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Response with(String field, JsonNode value) {
        ObjectNode profile = JSON.createObjectNode().put("name", "Northwind").put("country", "DE");
        profile.set(field, value);
        return crm().body(profile.toString()).post("/v1/partners");
    }
}
