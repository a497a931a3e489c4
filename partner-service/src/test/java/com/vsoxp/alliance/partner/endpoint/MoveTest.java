package com.vsoxp.alliance.partner.endpoint;

import static com.vsoxp.alliance.partner.Api.as;
import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the same for every POST that moves something from a state to another. */
@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class MoveTest {

    private static final int CLIENTS = 6;

    @ParameterizedTest
    @EnumSource
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
        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 200)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.asByteArray()).isEqualTo(again.asByteArray()));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
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
        move.send(manager()).then().statusCode(200);
    }
}
