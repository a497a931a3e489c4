package com.vsoxp.alliance.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.money.PositiveAmount;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    enum Color {
        RED,
        DEEP_BLUE
    }

    record Wheel(@NotNull @Min(10) Integer inches, String maker) {}

    record Cart(
            @NotBlank @Size(max = 20) String name,
            Color color,
            Integer seats,
            Long serial,
            Boolean sold,
            BigDecimal weight,
            UUID id,
            LocalDate madeOn,
            Instant soldAt,
            @PositiveAmount Money price,
            List<Wheel> wheels,
            Set<Color> trims,
            Map<String, String> labels) {}

    private final StrictJson json = new StrictJson(mapper(), validator());

    @Test
    void aGoodBodyBecomesTheRecord() {
        Cart cart = bind("""
                {"name": "Gig", "color": "DEEP_BLUE", "seats": 2, "serial": 9007199254740993, "sold": true, "weight": 12.50,
                 "id": "019abf10-0000-7000-8000-00000000a001", "madeOn": "2026-11-23", "soldAt": "2026-11-23T07:00:00Z",
                 "price": {"amount": "500.00", "currency": "USD"}, "wheels": [{"inches": 26}], "trims": ["RED"],
                 "labels": {"salesforce": "001"}}""");

        assertEquals(
                new Cart(
                        "Gig",
                        Color.DEEP_BLUE,
                        2,
                        9007199254740993L,
                        true,
                        new BigDecimal("12.50"),
                        UUID.fromString("019abf10-0000-7000-8000-00000000a001"),
                        LocalDate.parse("2026-11-23"),
                        Instant.parse("2026-11-23T07:00:00Z"),
                        Money.of("500.00", "USD"),
                        List.of(new Wheel(26, null)),
                        Set.of(Color.RED),
                        Map.of("salesforce", "001")),
                cart);
    }

    @Test
    void everyBadFieldIsNamedAtOnceWithTheBrokenConstraintsAmongThem() {
        assertEquals(
                errors(
                        "/engine UNKNOWN_FIELD",
                        "/color UNKNOWN_VALUE",
                        "/seats WRONG_TYPE",
                        "/madeOn INVALID_DATE",
                        "/price/amount WRONG_TYPE",
                        "/wheels/1/inches WRONG_TYPE",
                        "/wheels/1/spokes UNKNOWN_FIELD",
                        "/wheels/2 WRONG_TYPE",
                        "/wheels/0/inches MIN",
                        "/name REQUIRED"),
                refused(400, """
                        {"engine": 1, "color": "blue", "seats": "2", "madeOn": "2026-02-30",
                         "price": {"amount": 5, "currency": "USD"},
                         "wheels": [{"inches": 3}, {"inches": 1.5, "spokes": 3}, null]}"""));
    }

    @Test
    void aWellFormedBodyThatBreaksConstraintsIs422() {
        assertEquals(
                errors("/name REQUIRED", "/price POSITIVE_AMOUNT", "/wheels/0/inches REQUIRED"), refused(422, """
                        {"price": {"amount": "0.00", "currency": "USD"}, "wheels": [{}]}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": 5}",
                "{\"name\": true}",
                "{\"name\": [\"Gig\"]}",
                "{\"name\": {}}",
                "{\"name\": \"Gig\", \"seats\": 1.5}",
                "{\"name\": \"Gig\", \"seats\": 2.0}",
                "{\"name\": \"Gig\", \"seats\": true}",
                "{\"name\": \"Gig\", \"seats\": 3000000000}",
                "{\"name\": \"Gig\", \"serial\": 9223372036854775808}",
                "{\"name\": \"Gig\", \"sold\": 1}",
                "{\"name\": \"Gig\", \"sold\": \"true\"}",
                "{\"name\": \"Gig\", \"weight\": \"12.5\"}",
                "{\"name\": \"Gig\", \"weight\": 1e999999999}",
                "{\"name\": \"Gig\", \"color\": \"\"}",
                "{\"name\": \"Gig\", \"color\": 0}",
                "{\"name\": \"Gig\", \"color\": \"red\"}",
                "{\"name\": \"Gig\", \"id\": \"1-1-1-1-1\"}",
                "{\"name\": \"Gig\", \"id\": \"\"}",
                "{\"name\": \"Gig\", \"madeOn\": 20000}",
                "{\"name\": \"Gig\", \"madeOn\": [2026, 1, 1]}",
                "{\"name\": \"Gig\", \"madeOn\": \"2026-11-23T07:00:00Z\"}",
                "{\"name\": \"Gig\", \"madeOn\": \"+12026-11-23\"}",
                "{\"name\": \"Gig\", \"madeOn\": \"0000-01-01\"}",
                "{\"name\": \"Gig\", \"soldAt\": \"2026-11-23\"}",
                "{\"name\": \"Gig\", \"soldAt\": \"2026-11-23T07:00:00\"}",
                "{\"name\": \"Gig\", \"soldAt\": 1700000000}",
                "{\"name\": \"Gig\", \"wheels\": {}}",
                "{\"name\": \"Gig\", \"wheels\": \"none\"}",
                "{\"name\": \"Gig\", \"trims\": [null]}",
                "{\"name\": \"Gig\", \"labels\": {\"a\": 1}}",
                "{\"name\": \"Gig\", \"labels\": []}",
                "[]",
                "\"Gig\"",
                "null"
            })
    void nothingIsConvertedToFit(String body) {
        refused(400, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": 500.00, \"currency\": \"USD\"} /price/amount WRONG_TYPE",
                "{\"amount\": \"500\", \"currency\": \"USD\"} /price/amount WRONG_SCALE",
                "{\"amount\": \"500.001\", \"currency\": \"USD\"} /price/amount WRONG_SCALE",
                "{\"amount\": \"500.5\", \"currency\": \"JPY\"} /price/amount WRONG_SCALE",
                "{\"amount\": \"5e2\", \"currency\": \"USD\"} /price/amount INVALID_AMOUNT",
                "{\"amount\": \"9999999999999999.00\", \"currency\": \"USD\"} /price/amount INVALID_AMOUNT",
                "{\"amount\": \"500.00\", \"currency\": \"usd\"} /price/currency UNKNOWN_CURRENCY",
                "{\"amount\": \"500.00\", \"currency\": \"XAU\"} /price/currency UNKNOWN_CURRENCY",
                "{\"amount\": \"500.00\"} /price/currency REQUIRED",
                "{\"amount\": null, \"currency\": \"USD\"} /price/amount REQUIRED",
                "{\"amount\": \"500.00\", \"currency\": \"USD\", \"cents\": 0} /price/cents UNKNOWN_FIELD",
                "\"500.00 USD\" /price WRONG_TYPE"
            })
    void moneyIsADecimalStringInTheCurrencysOwnScale(String money) {
        String[] parts = money.split(" (?=/)");
        assertEquals(errors(parts[1]), refused(400, "{\"name\": \"Gig\", \"price\": " + parts[0] + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"name\": \"Gig\"} {}",
                "{\"name\": \"Gig\",}",
                "{name: \"Gig\"}",
                "{\"name\": 'Gig'}",
                "{\"seats\": NaN}",
                "{\"seats\": 007}",
                "// comment\n{}",
                "\u0000"
            })
    void whatIsNoJsonIsSaidSo(String body) {
        refused(400, body);
    }

    @Test
    void bytesThatAreNoUtf8AreNoJson() {
        byte[] body = "{\"name\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        ProblemException refusal = assertThrows(ProblemException.class, () -> json.bind(body, Cart.class));
        assertEquals(400, refusal.type().status());
    }

    @Test
    void aFieldThatStandsTwiceIsRefusedWhereItStands() {
        assertEquals(
                errors("/wheels/0/inches DUPLICATE_FIELD"),
                refused(400, "{\"name\": \"Gig\", \"wheels\": [{\"inches\": 20, \"inches\": 26}]}"));
    }

    @Test
    void depthIsBounded() {
        refused(400, "[".repeat(100_000));
        refused(400, "{\"a\":".repeat(1_000));
    }

    @Test
    void textThatCannotBeStoredIsRefusedByField() {
        assertEquals(
                errors("/name INVALID_CHARACTER", "/wheels/0/maker INVALID_CHARACTER"),
                refused(400, "{\"name\": \"G\\u0000g\", \"wheels\": [{\"inches\": 20, \"maker\": \"\\ud800\"}]}"));
    }

    @Test
    void aPatchReplacesWhatItNamesAndRemovesWhatItSetsToNull() throws Exception {
        Cart before =
                bind("{\"name\": \"Gig\", \"color\": \"RED\", \"seats\": 2, \"labels\": {\"a\": \"1\", \"b\": \"2\"}}");

        Cart after = json.mergePatch(
                before, tree("{\"seats\": 4, \"color\": null, \"labels\": {\"a\": null, \"c\": \"3\"}}"), Cart.class);

        assertEquals(bind("{\"name\": \"Gig\", \"seats\": 4, \"labels\": {\"b\": \"2\", \"c\": \"3\"}}"), after);
    }

    @Test
    void aPatchIsHeldAgainstTheSameRulesAsABody() {
        Cart before = bind("{\"name\": \"Gig\"}");
        assertEquals(errors("/name REQUIRED"), refusedPatch(422, before, "{\"name\": null}"));
        assertEquals(errors("/engine UNKNOWN_FIELD"), refusedPatch(400, before, "{\"engine\": 1}"));
        assertEquals(errors(" WRONG_TYPE"), refusedPatch(400, before, "[1]"));
    }

    @Test
    void pointersAreEscaped() {
        assertEquals(
                errors("/labels/a~1b~0c WRONG_TYPE"), refused(400, "{\"name\": \"Gig\", \"labels\": {\"a/b~c\": 1}}"));
    }

    private Cart bind(String body) {
        return json.bind(body.getBytes(StandardCharsets.UTF_8), Cart.class);
    }

    private Set<String> refused(int status, String body) {
        return words(status, assertThrows(ProblemException.class, () -> bind(body), body));
    }

    private Set<String> refusedPatch(int status, Cart before, String patch) {
        return words(
                status, assertThrows(ProblemException.class, () -> json.mergePatch(before, tree(patch), Cart.class)));
    }

    private static Set<String> words(int status, ProblemException refusal) {
        assertEquals(status, refusal.type().status());
        return refusal.errors().stream().map(StrictJsonTest::words).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String words(FieldError error) {
        return error.pointer() + " " + error.code();
    }

    private static Set<String> errors(String... words) {
        return new TreeSet<>(Set.of(words));
    }

    private static JsonNode tree(String text) throws Exception {
        return mapper().readTree(text);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new JsonSettings().customize(mapper);
        return mapper;
    }

    private static jakarta.validation.Validator validator() {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
    }
}
