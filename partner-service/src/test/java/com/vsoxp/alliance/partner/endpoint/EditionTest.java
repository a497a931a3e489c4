package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same for every PUT, PATCH and DELETE: only who knows what is there may replace it. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EditionTest {

    private static final int CLIENTS = 6;

    @Test
    void noPutPatchOrDeleteIsLeftOut() {
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");
        long operations = paths.values().stream()
                .flatMap(path -> path.keySet().stream())
                .filter(List.of("put", "patch", "delete")::contains)
                .count();
        assertThat(Edition.Kind.values()).hasSize((int) operations);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyWithTheSameETagOneWins(Edition.Kind kind) throws Exception {
        Edition edition = kind.prepare();
        String etag = edition.etag();

        List<Response> answers = atOnce(CLIENTS, i -> edition.send(crm(), etag, i + 1));

        int won = kind.isDeletion() ? 204 : 200;
        assertThat(answers).filteredOn(answer -> answer.statusCode() == won).hasSize(1);
        // What another one has just deleted is not there in any version.
        List<Integer> lost = kind.isDeletion() ? List.of(404, 412) : List.of(412);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != won)
                .allSatisfy(late -> assertThat(late.statusCode()).isIn(lost));
        if (kind.isDeletion()) {
            crm().get(edition.path()).then().statusCode(404);
        } else {
            Response winner = answers.stream()
                    .filter(answer -> answer.statusCode() == won)
                    .findFirst()
                    .orElseThrow();
            Response now = crm().get(edition.path());
            assertThat(now.header("ETag")).isEqualTo(winner.header("ETag")).isNotEqualTo(etag);
            assertThat(now.asByteArray()).isEqualTo(winner.asByteArray());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotSayWhatTheyKnowOrKnowsWhatWasChangesNothing(Edition.Kind kind) {
        Edition edition = kind.prepare();
        String etag = edition.etag();
        // A PUT by the CRM's own key says by itself what is to be there: see docs/adr/0022.
        if (kind != Edition.Kind.PUT_OF_A_PARTNER) {
            edition.send(crm(), null, 1).then().statusCode(428);
        }
        edition.send(crm(), "\"999\"", 1).then().statusCode(412);
        edition.send(crm(), "W/" + etag, 1).then().statusCode(412);
        edition.send(crm(), "nonsense", 1).then().statusCode(412);
        assertThat(edition.etag()).isEqualTo(etag);
        edition.send(crm(), "\"999\", " + etag, 1).then().statusCode(kind.isDeletion() ? 204 : 200);
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotChangeItLeavesItAsItIs(Edition.Kind kind) {
        Edition edition = kind.prepare();
        String etag = edition.etag();
        edition.send(auditor(), etag, 1).then().statusCode(403);
        assertThat(edition.send(partner(registered()), etag, 1).statusCode()).isIn(403, 404);
        if (!kind.isDeletion()) {
            assertThat(new Edition(kind, edition.path(), "{\"nonsense\": 1}")
                            .send(crm(), etag, 1)
                            .then()
                            .statusCode(400)
                            .extract()
                            .<List<String>>path("errors.pointer"))
                    .contains("/nonsense");
        }
        assertThat(edition.etag()).isEqualTo(etag);
    }
}
