package com.vsoxp.alliance.system;

import static com.vsoxp.alliance.local.AllianceService.BENEFITS;
import static com.vsoxp.alliance.local.AllianceService.DIRECTORY;
import static com.vsoxp.alliance.local.AllianceService.ELIGIBILITY;
import static com.vsoxp.alliance.local.AllianceService.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.client.AllianceClient;
import com.vsoxp.alliance.local.client.Answer;
import com.vsoxp.alliance.local.client.Company;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a request is its sender's to know, in one shape, from every service; and it is never a 500. */
class RefusalsIT {

    private static final String JSON = "application/json";

    private final AllianceClient crm = RunningAlliance.crm();

    @Test
    void brokenJsonIsMalformed() {
        assertProblem(crm.send(PARTNER, "POST", "/v1/partners", JSON, "{\"name\": "), 400);
    }

    @Test
    void everyUnknownFieldAndEveryWrongTypeIsNamedAtOnce() {
        Answer answer = crm.send(
                PARTNER, "POST", "/v1/partners", JSON, "{\"name\": 5, \"nmae\": \"x\", \"languages\": \"de\"}");

        assertProblem(answer, 400);
        assertThat(StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asText()))
                .contains("/name", "/nmae", "/languages");
    }

    @Test
    void aBodyOfAMegabyteIsTooLarge() {
        String body = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";

        assertProblem(crm.send(PARTNER, "POST", "/v1/partners", JSON, body), 413);
    }

    @Test
    void aBodyThatIsNotJsonIsNotTaken() {
        assertProblem(crm.send(PARTNER, "POST", "/v1/partners", "text/plain", "hello"), 415);
    }

    @ParameterizedTest
    @EnumSource(AllianceService.class)
    void anUnknownPathIsNotFound(AllianceService service) {
        assertProblem(crm.get(service, "/v1/nothing-here"), 404);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER, /v1/partners/",
        "PARTNER, /v1/sales/",
        "BENEFITS, /v1/partners/ID/entitlements",
        "ELIGIBILITY, /v1/partners/ID/scorecard"
    })
    void anUnknownIdAndOneThatIsNoIdAreNotFound(AllianceService service, String path) {
        for (String id : new String[] {UUID.randomUUID().toString(), "none", "1e9"}) {
            String full = path.contains("ID") ? path.replace("ID", id) : path + id;
            assertProblem(crm.get(service, full), 404);
        }
    }

    @ParameterizedTest
    @EnumSource(AllianceService.class)
    void aNulCharacterIsMalformedWhereverItStands(AllianceService service) {
        assertProblem(crm.get(service, "/v1/partners/%00"), 400);
        assertProblem(crm.get(service, "/v1/partners?q=%00"), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "PARTNER, /v1/partners",
        "PARTNER, /v1/sales",
        "ELIGIBILITY, /v1/standings",
        "BENEFITS, /v1/partners/019abf10-0000-7000-8000-00000000a001/entitlements"
    })
    void withoutATokenOrWithABrokenOneNobodyReads(AllianceService service, String path) {
        assertProblem(RunningAlliance.stranger().get(service, path), 401);
        assertProblem(RunningAlliance.client("not.a.token").get(service, path), 401);
    }

    @Test
    void anAuditorReadsAndWritesNothing() {
        AllianceClient auditor = RunningAlliance.auditor();

        assertThat(auditor.get(PARTNER, "/v1/partners").status()).isEqualTo(200);
        assertProblem(auditor.send(PARTNER, "POST", "/v1/partners", JSON, "{}"), 403);
    }

    @Test
    void aPartnerRecordsNoSalesAndSeesNoOther() {
        Company own = RunningAlliance.company();
        Company foreign = RunningAlliance.company();
        AllianceClient partner =
                RunningAlliance.client(RunningAlliance.get().tokens().partnerToken(UUID.fromString(own.id())));

        assertThat(partner.get(PARTNER, own.path("")).status()).isEqualTo(200);
        assertProblem(partner.get(PARTNER, foreign.path("")), 404);
        assertProblem(partner.send(PARTNER, "POST", "/v1/sales", JSON, "{}"), 403);
    }

    @Test
    void aBadQueryIsMalformedAndNamesItsParameter() {
        for (String query : new String[] {"limit=0", "limit=201", "limit=x", "cursor=forged"}) {
            Answer answer = crm.get(PARTNER, "/v1/partners?" + query);
            assertProblem(answer, 400);
            assertThat(answer.text()).contains(query.substring(0, query.indexOf('=')));
            assertProblem(crm.get(DIRECTORY, "/v1/listings?" + query), 400);
            assertProblem(crm.get(ELIGIBILITY, "/v1/standings?" + query), 400);
        }
        assertProblem(crm.get(BENEFITS, "/v1/partners/" + UUID.randomUUID() + "/entitlements?asOf=soon"), 400);
    }

    private static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.body().path("type").asText()).startsWith("https://");
        assertThat(answer.body().path("title").asText()).isNotBlank();
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("Exception", "com.vsoxp", "io.quarkus", "select ");
    }
}
