package com.vsoxp.alliance.platform.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class OddRequestsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST  | /v1/widgets      | Content-Type: garbage                              | 4..
                    POST  | /v1/widgets      | Content-Type: /                                    | 4..
                    POST  | /v1/widgets      | Content-Type: application/json; charset=nonsense   | 4..
                    POST  | /v1/widgets      | Content-Type: application/json;;=                  | 4..
                    POST  | /v1/widgets      | X-None: 1                                          | 4..
                    POST  | /v1/widgets      | Content-Encoding: gzip                             | 4..
                    GET   | /v1/widgets      | Accept: garbage                                    | [24]..
                    GET   | /v1/widgets      | Accept: ;;;                                        | [24]..
                    GET   | /v1/widgets      | Accept: application/json;q=x                       | [24]..
                    GET   | /v1/widgets      | If-None-Match: \"\"\"                                 | [24]..
                    GET   | /v1/widgets      | Accept-Language: %%%                               | [24]..
                    GET   | /v1/widgets      | traceparent: nonsense                              | 200
                    GET   | /v1/widgets      | Cookie: a=b; =; ;;                                 | 200
                    GET   | /v1/widgets      | Range: bytes=9-1                                   | 200
                    HEAD  | /v1/widgets      | X-None: 1                                          | 200
                    HEAD  | /v1/widgets/none | X-None: 1                                          | 404
                    OPTIONS | /v1/widgets    | X-None: 1                                          | [24]..
                    TRACE | /v1/widgets      | X-None: 1                                          | 4..
                    FOO   | /v1/widgets      | X-None: 1                                          | [45]0[15]
                    PATCH | /v1/widgets/019abf10-0000-7000-8000-00000000a001 | Content-Type: application/json-patch+json | 4..
                    """)
    void nothingOddIsAFailureOfOurs(String method, String path, String header, String status) throws IOException {
        String answer = RawHttp.send(
                method + " " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: 2\r\n"
                        + "Authorization: Bearer " + Tokens.crm() + "\r\n" + header + "\r\n\r\n",
                "{}".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.lines().findFirst().orElse("nothing")).matches("HTTP/1.1 " + status + " .*");
    }
}
