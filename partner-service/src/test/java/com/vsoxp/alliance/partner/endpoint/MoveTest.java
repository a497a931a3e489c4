package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is the same for every POST that moves something from a state to another. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MoveTest {

    private static final int CLIENTS = 6;

    /** Files, probes and what concerns a person have tests of their own. */
    private static final Set<String> ELSEWHERE =
            Set.of("importPartners", "importSales", "probeListing", "erasePerson", "exportPerson");

    @Test
    void noPostThatMovesIsLeftOut() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().accept("application/json").get("/q/openapi").path("paths");
        Set<String> moving = paths.values().stream()
                .map(path -> path.get("post"))
                .filter(post -> post != null && !((Map<?, ?>) post.get("responses")).containsKey("201"))
                .map(post -> (String) post.get("operationId"))
                .filter(operation -> !ELSEWHERE.contains(operation))
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Move.Kind.values()).map(Move.Kind::operation).collect(Collectors.toSet()))
                .isEqualTo(moving);
    }

    @ParameterizedTest
    @MethodSource("com.vsoxp.alliance.partner.endpoint.Move$Kind#againAndAgain")
    void whatCanBeDoneAgainIsDoneByAllWhoDoItAtOnce(Move.Kind kind) throws Exception {
        UUID partner = registered();
        Move move = kind.prepareFor(partner);
        List<Response> answers = atOnce(CLIENTS, i -> move.send(manager()));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(kind.status()));
        assertThat(kind.timesDone(partner)).isEqualTo(CLIENTS);
    }

    @ParameterizedTest
    @MethodSource("com.vsoxp.alliance.partner.endpoint.Move$Kind#once")
    void ofManyWhoMoveItAtOnceOneDoesAndTheOthersAreToldWhereItStands(Move.Kind kind) throws Exception {
        Move move = kind.prepare();
        List<Response> answers = atOnce(CLIENTS, i -> move.send(manager()));
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 200).allSatisfy(late -> {
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.<String>path("type")).endsWith("/conflict");
            assertThat(late.<String>path("detail")).isNotBlank();
        });
        move.send(manager()).then().statusCode(409);
    }

    @ParameterizedTest
    @EnumSource
    void manyWhoMoveItUnderOneKeyAtOnceGetTheFirstAnswer(Move.Kind kind) throws Exception {
        Move move = kind.prepare();
        String key = UUID.randomUUID().toString();
        List<Response> answers = atOnce(CLIENTS, i -> move.send(manager().header("Idempotency-Key", key)));
        Response again = move.send(manager().header("Idempotency-Key", key));
        again.then().statusCode(kind.status()).header("Idempotency-Replayed", "true");
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == kind.status())
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.asByteArray()).isEqualTo(again.asByteArray()));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != kind.status())
                .allSatisfy(busy -> assertThat(busy.<String>path("type")).endsWith("/idempotency-key-busy"));
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotMoveItLeavesItWhereItIs(Move.Kind kind) {
        Move move = kind.prepare();
        move.send(auditor()).then().statusCode(403);
        assertThat(move.send(partner(registered())).statusCode()).isIn(403, 404);
        if (!move.body().isEmpty()) {
            manager()
                    .body("{\"nonsense\": 1}")
                    .post(move.path())
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/nonsense"));
            assertThat(as(Tokens.programManager())
                            .contentType("text/plain")
                            .body("because")
                            .post(move.path())
                            .statusCode())
                    .isIn(400, 415);
        }
        move.send(manager()).then().statusCode(kind.status());
    }
}
