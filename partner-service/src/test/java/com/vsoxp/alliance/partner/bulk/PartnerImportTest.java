package com.vsoxp.alliance.partner.bulk;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.partner.Told;
import com.vsoxp.alliance.partner.partner.RegisterPartner;
import com.vsoxp.alliance.partner.partner.duplicate.PossibleDuplicates;
import com.vsoxp.alliance.partner.partner.profile.PartnerProfile;
import com.vsoxp.alliance.platform.json.StrictJson;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PartnerImportTest {

    private static final String PATH = "/v1/imports/partners";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String system = "crm-" + UUID.randomUUID();

    @Inject
    RegisterPartner registerPartner;

    @Inject
    PossibleDuplicates duplicates;

    @Inject
    StrictJson json;

    @Test
    void everyLineIsAnsweredInItsOrderAndABadOneSpoilsNoOther() throws IOException {
        List<JsonNode> results = imported(String.join(
                "\n",
                line("1", "Ärzte & Söhne"),
                "{\"name\": ",
                "{\"name\": \"Two\", \"country\": \"DE\", \"nam\": 1, \"externalIds\": {\"%s\": \"2\"}}"
                        .formatted(system),
                "{\"name\": \"Two\", \"country\": \"Germany\", \"externalIds\": {\"%s\": \"2\"}}".formatted(system),
                "  \r",
                line("2", "x".repeat(70_000)),
                "{\"name\": \"Two\", \"country\": \"DE\"}",
                line("3", "Last, without an end")));

        assertThat(results)
                .extracting(result -> result.get("line").asInt() + ": " + result.get("status"))
                .containsExactly("1: 201", "2: 400", "3: 400", "4: 422", "6: 413", "7: 422", "8: 201");
        assertThat(results.get(2).at("/problem/errors/0/pointer").textValue()).isEqualTo("/nam");
        assertThat(results.get(3).at("/problem/errors/0/pointer").textValue()).isEqualTo("/country");
        assertThat(results.get(4).at("/problem/type").textValue()).endsWith("/too-large");
        assertThat(results.get(5).at("/problem/errors/0/pointer").textValue()).isEqualTo("/externalIds");
        assertThat(results.get(5).at("/problem/instance").textValue()).isEqualTo(PATH);
        assertThat(results.get(0).get("effect").textValue()).isEqualTo("CREATED");
        known("1")
                .then()
                .body("id", equalTo(results.get(0).get("id").textValue()))
                .body("name", equalTo("Ärzte & Söhne"));
        known("3").then().statusCode(200);
        known("2").then().statusCode(404);
    }

    @Test
    void sendingTheFileAgainChangesNothing() throws IOException {
        String file = IntStream.range(0, 5)
                .mapToObj(i -> """
                        {"name": "Qwxyz %d", "legalName": "Qwxyz %d GmbH", "country": "DE", "location": {"latitude": 48.10, \
                        "longitude": 11.5}, "languages": ["de", "en"], "services": ["SALES"], "externalIds": {"%s": "%d"}}
                        """.formatted(i, i, system, i))
                .collect(Collectors.joining());
        List<JsonNode> first = imported(file);
        String before = known("3").asString();
        String etag = known("3").header("ETag");

        List<JsonNode> again = imported(file);

        assertThat(first).extracting(result -> result.get("effect").textValue()).containsOnly("CREATED");
        assertThat(again).extracting(result -> result.get("effect").textValue()).containsOnly("UNCHANGED");
        assertThat(again).extracting(result -> result.get("status").intValue()).containsOnly(200);
        assertThat(ids(again)).isEqualTo(ids(first));
        assertThat(known("3").asString()).isEqualTo(before);
        assertThat(known("3").header("ETag")).isEqualTo(etag);
        UUID id = UUID.fromString(ids(first).get(3));
        Told.of(id, "alliance.partner.registered");
        assertThat(Told.types(id, "alliance.partners")).containsExactly("alliance.partner.registered");
        auditor().get("/v1/partners/{id}/audit", id).then().body("items.action", contains("PARTNER_REGISTERED"));
    }

    @Test
    void aKnownIdNamesThePartnerAndIdsInOtherSystemsStay() throws IOException {
        imported(line("1", "Before"));
        List<JsonNode> results = imported("""
                {"name": "After", "country": "DE", "externalIds": {"%s": "1", "other-%s": "A"}}
                {"name": "After all", "country": "DE", "externalIds": {"other-%s": "A"}}
                """.formatted(system, system, system));

        assertThat(results)
                .extracting(result -> result.get("effect").textValue())
                .containsExactly("CHANGED", "CHANGED");
        known("1").then().body("name", equalTo("After all")).body("externalIds.size()", equalTo(2));
    }

    @Test
    void idsOfTwoPartnersOnOneLineAreAConflictThatSpoilsNoOtherLine() throws IOException {
        imported(line("1", "One") + "\n" + line("2", "Two"));
        imported(
                "{\"name\": \"Three\", \"country\": \"DE\", \"externalIds\": {\"other-%s\": \"3\"}}".formatted(system));

        List<JsonNode> results = imported(String.join(
                "\n",
                line("1", "One again"),
                "{\"name\": \"Both\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"2\", \"other-%s\": \"3\"}}"
                        .formatted(system, system),
                line("4", "Four")));

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(200, 409, 201);
        assertThat(results.get(1).at("/problem/code").textValue()).isEqualTo("TWO_PARTNERS");
        known("2").then().body("name", equalTo("Two"));
    }

    @Test
    void aConflictLeavesTheLinesAroundItTogether() throws IOException {
        imported(line("1", "One") + "\n" + line("2", "Two"));
        String both = "{\"name\": \"Both\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"1\", \"other-%s\": \"2\"}}"
                .formatted(system, system);
        imported("{\"name\": \"Two\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"2\", \"other-%s\": \"2\"}}"
                .formatted(system, system));

        List<JsonNode> results =
                imported(String.join("\n", line("1", "One again"), both, line("1", "One at last"), both));

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(200, 409, 200, 409);
        known("1").then().body("name", equalTo("One at last"));
        String id = results.get(0).get("id").textValue();
        auditor()
                .get("/v1/partners/{id}/audit", id)
                .then()
                .body("items.action", containsInAnyOrder("PARTNER_REGISTERED", "PARTNER_CHANGED", "PARTNER_CHANGED"));
    }

    @Test
    void twoLinesOfOnePartnerUnderDifferentIdsAreRecordedOneAfterTheOther() throws IOException {
        imported("{\"name\": \"Zero\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"1\", \"other-%s\": \"A\"}}"
                .formatted(system, system));

        List<JsonNode> results = imported(String.join(
                "\n",
                line("1", "First"),
                "{\"name\": \"Second\", \"country\": \"DE\", \"externalIds\": {\"other-%s\": \"A\"}}".formatted(system),
                line("1", "Second")));

        assertThat(results)
                .extracting(result -> result.get("effect").textValue())
                .containsExactly("CHANGED", "CHANGED", "UNCHANGED");
        known("1").then().header("ETag", "\"2\"").body("name", equalTo("Second"));
    }

    @Test
    void aKeyThatOneLineGivesUpIsFreeForTheNext() throws IOException {
        imported("{\"name\": \"One\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"1\", \"other-%s\": \"A\"}}"
                .formatted(system, system));

        List<JsonNode> results = imported(String.join(
                "\n",
                "{\"name\": \"One\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"9\", \"other-%s\": \"A\"}}"
                        .formatted(system, system),
                line("1", "Another")));

        assertThat(results)
                .extracting(result -> result.get("effect").textValue())
                .containsExactly("CHANGED", "CREATED");
        known("9").then().body("name", equalTo("One"));
        known("1").then().body("name", equalTo("Another"));
    }

    @Test
    void aLineThatMayBeAPartnerOnceMoreIsRecordedAndWarnedOf() throws IOException {
        String legal = "Import Twin " + UUID.randomUUID();
        imported(company("1", legal + " GmbH", "https://one-%s.example"));

        List<JsonNode> results = imported(String.join(
                "\n",
                company("2", legal.toUpperCase(Locale.ROOT) + " AG", "https://two-%s.example"),
                company("3", "Another " + UUID.randomUUID(), "https://shop.two-%s.example/start"),
                company("4", "Like none " + UUID.randomUUID(), "https://three-%s.example"),
                company("1", legal + " GmbH", "https://one-%s.example")));

        assertThat(results)
                .extracting(result -> result.get("status").intValue())
                .containsExactly(201, 201, 201, 200);
        JsonNode warning = results.get(0).get("warnings").get(0);
        assertThat(warning.get("code").textValue()).isEqualTo("POSSIBLE_DUPLICATE");
        assertThat(candidates(results.get(0))).containsExactly(idOf("1"));
        assertThat(warning.at("/candidates/0/reasons/0").textValue()).isEqualTo("SAME_LEGAL_NAME_AND_COUNTRY");
        assertThat(candidates(results.get(1)))
                .as("of the line before it, and the line before it of nothing after it")
                .containsExactly(results.get(0).get("id").textValue());
        assertThat(results.get(1).at("/warnings/0/candidates/0/reasons/0").textValue())
                .isEqualTo("SAME_WEB_DOMAIN");
        assertThat(results.get(2).has("warnings")).isFalse();
        assertThat(results.get(3).has("warnings")).isFalse();
    }

    @Test
    void anImportWaitsForARegistrationOfTheSameCompanyAndIsWarnedOfIt() throws Exception {
        String legal = "Import Race " + UUID.randomUUID();
        CompletableFuture<JsonNode> imported = new CompletableFuture<>();
        UUID first = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            PartnerProfile profile = json.bind(
                    "{\"name\": \"Race\", \"country\": \"DE\", \"legalName\": \"%s\"}"
                            .formatted(legal)
                            .getBytes(UTF_8),
                    PartnerProfile.class);
            assertThat(duplicates.ofNew(registerPartner.register(first, profile)))
                    .isEmpty();
            imported.completeAsync(() ->
                    imported(company("race", legal, "https://race-%s.example")).getFirst());
            await().during(Duration.ofMillis(500)).until(() -> !imported.isDone());
        });

        assertThat(candidates(imported.get(10, TimeUnit.SECONDS))).containsExactly(first.toString());
    }

    @Test
    void resultsComeWhileTheFileIsStillBeingSent() throws IOException {
        try (OpenUpload upload = new OpenUpload(PATH, Tokens.crm())) {
            for (String id : List.of("1", "2", "3")) {
                upload.send(line(id, "Partner " + id) + "\n"
                        + line(id + "b", "Half").substring(0, 20));
                assertThat(upload.result().get("status").intValue()).isEqualTo(201);
                upload.send(line(id + "b", "Half").substring(20) + "\n");
                assertThat(upload.result().get("status").intValue()).isEqualTo(201);
            }
            upload.send(line("4", "Without an end"));
            upload.end();
            assertThat(upload.result().get("line").intValue()).isEqualTo(7);
            assertThat(upload.result()).isNull();
        }
    }

    @Test
    void whoHangsUpHalfWayLeavesWholeLinesOnly() throws IOException {
        try (OpenUpload upload = new OpenUpload(PATH, Tokens.crm())) {
            upload.send(line("1", "One") + "\n" + line("2", "Two") + "\n");
            assertThat(upload.result().get("status").intValue()).isEqualTo(201);
            assertThat(upload.result().get("status").intValue()).isEqualTo(201);
            // Whole to look at, but nobody said that it ends here.
            upload.send(line("3", "Three"));
        }
        known("1").then().statusCode(200);
        known("2").then().statusCode(200);
        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> known("3").then().statusCode(404));
    }

    @Test
    void whoSendsEverythingBeforeReadingGetsEveryResult() throws IOException {
        try (OpenUpload upload = new OpenUpload(PATH, Tokens.crm())) {
            for (int i = 0; i < 30; i++) {
                upload.send("x\n".repeat(1_000));
            }
            upload.end();
            for (int line = 1; line <= 30_000; line++) {
                assertThat(upload.result().get("line").intValue()).isEqualTo(line);
            }
            assertThat(upload.result()).isNull();
        }
    }

    @Test
    void whoIsFarBehindIsNotReadFrom() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (OpenUpload upload = new OpenUpload(PATH, Tokens.crm())) {
            Thread sender = Thread.ofVirtual().start(() -> {
                try {
                    String lines = "x\n".repeat(4_096);
                    while (sent.get() < 256 * 1024 * 1024) {
                        upload.send(lines);
                        sent.addAndGet(lines.length());
                    }
                } catch (IOException e) {
                    // The test has hung up.
                }
            });
            AtomicLong before = new AtomicLong(-1);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> before.getAndSet(sent.get()) == sent.get());
            assertThat(sender.isAlive()).as("still trying to send").isTrue();

            for (int line = 1; line <= 10_000; line++) {
                assertThat(upload.result().get("line").intValue()).isEqualTo(line);
            }
        }
    }

    @Test
    void twentyThousandLinesLongerThanAnyOtherBodyMayBe() throws IOException {
        String file = IntStream.range(0, 20_000)
                .mapToObj(i -> line(String.valueOf(i % 400), "Qwxyz ".repeat(10).strip()))
                .collect(Collectors.joining("\n"));
        assertThat(file.length()).isGreaterThan(2 * 1024 * 1024);

        List<JsonNode> results = imported(file);

        assertThat(results).hasSize(20_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(results.get(i).get("line").intValue()).isEqualTo(i + 1);
            assertThat(results.get(i).get("id")).isEqualTo(results.get(i % 400).get("id"));
            assertThat(results.get(i).get("status").intValue()).isEqualTo(i < 400 ? 201 : 200);
        }
    }

    @Test
    void twoWhoSendTheSameFileAtOnceMakeEachPartnerOnce() throws Exception {
        String forth =
                IntStream.range(0, 300).mapToObj(i -> line("" + i, "Qwxyz")).collect(Collectors.joining("\n"));
        String back = IntStream.range(0, 300)
                .mapToObj(i -> line("" + (299 - i), "Qwxyz"))
                .collect(Collectors.joining("\n"));
        ConcurrentLinkedQueue<JsonNode> results = new ConcurrentLinkedQueue<>();
        atOnce(2, i -> results.addAll(imported(i == 0 ? forth : back)));

        assertThat(results).hasSize(600).allMatch(result -> result.get("status").intValue() < 300);
        assertThat(results.stream().filter(result -> result.get("status").intValue() == 201))
                .hasSize(300);
        Set<String> ids = new HashSet<>(ids(new ArrayList<>(results)));
        assertThat(ids).hasSize(300);
    }

    @Test
    void oneImportMoreThanTheServiceCanTakeIsAskedToComeBack() throws IOException {
        List<OpenUpload> running = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                OpenUpload upload = new OpenUpload(PATH, Tokens.crm());
                running.add(upload);
                upload.send(line("r" + i, "Running") + "\n");
                upload.result();
            }
            file(Tokens.crm(), line("1", "One"))
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "10")
                    .body("type", endsWith("/too-many-requests"));
        } finally {
            for (OpenUpload upload : running) {
                upload.close();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> file(Tokens.crm(), line("1", "One")).then().statusCode(200));
    }

    @Test
    void onlyCrmsAndProgramManagersImportAndOnlyNdjson() throws IOException {
        assertThat(file(Tokens.programManager(), line("1", "One")).statusCode()).isEqualTo(200);
        assertThat(file(Tokens.auditor(), line("2", "Two")).statusCode()).isEqualTo(403);
        assertThat(file(Tokens.partner(UUID.randomUUID()), line("2", "Two")).statusCode())
                .isEqualTo(403);
        crm().body(line("2", "Two"))
                .post(PATH)
                .then()
                .statusCode(415)
                .body("type", endsWith("/unsupported-media-type"));
        known("2").then().statusCode(404);
        assertThat(imported("")).isEmpty();
    }

    @Test
    void noOtherBodyMayBeAsLong() {
        String long413 = "{\"name\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}";
        crm().body(long413).post("/v1/partners").then().statusCode(413);
    }

    private String line(String id, String name) {
        return "{\"name\": \"%s\", \"country\": \"DE\", \"externalIds\": {\"%s\": \"%s\"}}".formatted(name, system, id);
    }

    private String company(String id, String legalName, String website) {
        return """
                {"name": "Company", "legalName": "%s", "country": "DE", "website": "%s", "externalIds": {"%s": "%s"}}""".formatted(legalName, website.formatted(system), system, id);
    }

    private static List<String> candidates(JsonNode result) {
        return StreamSupport.stream(result.at("/warnings/0/candidates").spliterator(), false)
                .map(candidate -> candidate.get("id").textValue())
                .toList();
    }

    private String idOf(String id) {
        return known(id).then().statusCode(200).extract().path("id");
    }

    private static List<JsonNode> imported(String file) {
        Response response = file(Tokens.crm(), file);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/x-ndjson");
        return new String(response.asByteArray(), UTF_8)
                .lines()
                .map(PartnerImportTest::json)
                .toList();
    }

    private static Response file(String token, String content) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .header("Content-Type", "application/x-ndjson")
                .body(content.getBytes(UTF_8))
                .post(PATH);
    }

    private Response known(String id) {
        return crm().get("/v1/partners/external/{system}/{id}", system, id);
    }

    private static List<String> ids(List<JsonNode> results) {
        return results.stream().map(result -> result.path("id").textValue()).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException(line, e);
        }
    }
}
