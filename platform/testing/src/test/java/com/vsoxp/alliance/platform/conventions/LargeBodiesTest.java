package com.vsoxp.alliance.platform.conventions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class LargeBodiesTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aMegabyteIsReadAndJudgedByItsContent() {
        given().auth()
                .oauth2(Tokens.crm())
                .contentType("application/json")
                .body(widgetOf(MEGABYTE))
                .post("/v1/widgets")
                .then()
                .statusCode(422);
    }

    @Test
    void oneByteMoreIs413() {
        given().auth()
                .oauth2(Tokens.crm())
                .contentType("application/json")
                .body(widgetOf(MEGABYTE + 1))
                .post("/v1/widgets")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/too-large"));
    }

    @Test
    void aBodyAnnouncedAsHugeIs413BeforeItIsSent() throws IOException {
        String answer = RawHttp.send(head("Content-Length: 50000000"));
        assertIsTooLarge(answer);
    }

    @Test
    void aBodyWithoutAnnouncedLengthIs413WhenItGrowsTooLarge() throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[][] chunks = new byte[80][];
        java.util.Arrays.fill(chunks, chunk);
        assertIsTooLarge(RawHttp.send(head("Transfer-Encoding: chunked"), chunks));
    }

    private static void assertIsTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json")
                .contains("/too-large");
    }

    private static String head(String length) {
        return "POST /v1/widgets HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + Tokens.crm() + "\r\n" + length + "\r\n\r\n";
    }

    private static String widgetOf(int length) {
        String frame = "{\"name\":\"\"}";
        return "{\"name\":\"" + "x".repeat(length - frame.length()) + "\"}";
    }
}
