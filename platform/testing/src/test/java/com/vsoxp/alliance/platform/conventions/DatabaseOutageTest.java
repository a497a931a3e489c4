package com.vsoxp.alliance.platform.conventions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class DatabaseOutageTest {

    @Inject
    DataSource database;

    @Test
    void whoFindsNoConnectionIsToldToComeBack() throws SQLException {
        List<Connection> taken = takeAll();
        try {
            given().auth()
                    .oauth2(Tokens.crm())
                    .get("/v1/widgets/" + UUID.randomUUID())
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("type", endsWith("/unavailable"))
                    .header("Retry-After", notNullValue())
                    .body(not(containsString("Sorry")));
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        given().auth()
                .oauth2(Tokens.crm())
                .get("/v1/widgets/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private List<Connection> takeAll() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            while (true) {
                taken.add(database.getConnection());
            }
        } catch (SQLException exhausted) {
            return taken;
        }
    }
}
