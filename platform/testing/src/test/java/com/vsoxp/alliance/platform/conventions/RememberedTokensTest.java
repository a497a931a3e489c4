package com.vsoxp.alliance.platform.conventions;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RememberedTokensTest {

    private static final Duration LIFE = Duration.ofSeconds(2);
    // What the clocks of issuer and service may differ by, with some time to look.
    private static final Duration LATEST = LIFE.plusSeconds(15);

    @Test
    void aTokenIsBelievedAgainButNoLongerThanItIsValid() {
        String token = Tokens.crmFor(LIFE);
        given().auth().oauth2(token).get("/v1/widgets").then().statusCode(200);
        given().auth().oauth2(token).get("/v1/widgets").then().statusCode(200);
        await().atMost(LATEST)
                .until(() -> given().auth().oauth2(token).get("/v1/widgets").statusCode() == 401);
    }

    @Test
    void oneTokensCallerIsNeverAnothers() {
        String crm = Tokens.crm();
        given().auth().oauth2(crm).get("/v1/widgets").then().statusCode(200);
        given().auth().oauth2(crm + "x").get("/v1/widgets").then().statusCode(401);
        given().auth().oauth2(Tokens.of("nobody")).get("/v1/widgets").then().statusCode(403);
        given().auth().oauth2(crm).get("/v1/widgets").then().statusCode(200);
    }
}
