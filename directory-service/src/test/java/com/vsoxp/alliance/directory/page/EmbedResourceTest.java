package com.vsoxp.alliance.directory.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class EmbedResourceTest {

    @Test
    void onlyWhatIsMadeForItMayBeFramed() {
        given().get("/embed")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("X-Frame-Options", nullValue());
        given().get("/")
                .then()
                .header("X-Frame-Options", equalTo("DENY"))
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("frame-ancestors 'none'"), not(containsString("frame-ancestors *"))));
        given().header("Origin", "https://www.vendor.example")
                .get("/embed/partner-directory.js")
                .then()
                .statusCode(200)
                .contentType("text/javascript;charset=UTF-8")
                .header("Access-Control-Allow-Origin", equalTo("*"));
    }

    @ParameterizedTest
    @CsvSource({
        "near=somewhere, “Near a place”",
        "radiusKm=x&near=48.1%2C11.5, “Distance”",
        "near=%3Cb%3E, value=\"&lt;b&gt;\"",
        "cursor=nonsense, This address",
        "limit=0, limit must be from 1 to 200",
        "limit=201, limit must be from 1 to 200",
        "limit=many, The address may be mistyped"
    })
    void whatIsWrongIsToldInAPageOfTheFrame(String question, String told) {
        given().urlEncodingEnabled(false)
                .get("/embed?" + question)
                .then()
                .statusCode(400)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("frame-ancestors *"))
                .header("X-Frame-Options", nullValue())
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString(told))
                .body(containsString("href=\"/embed\" target=\"_self\""))
                .body(not(containsString("<header")));
    }
}
