package com.vsoxp.alliance.platform.delivery;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an operator's probes and dashboards get to see. */
@QuarkusTest
@QuarkusTestResource(AllianceTestResource.class)
class ReadinessTest {

    @Test
    void readinessSpeaksOfDatabaseBrokerMigrationsDeliveryAndIntake() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body(
                        "checks.name",
                        hasItems(
                                "Database connections health check",
                                "Kafka connection health check",
                                "Database migrations",
                                "Event delivery",
                                "Event intake"));
    }

    @Test
    void livenessSpeaksOfTheProcessAlone() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsShowHowFarOutboxAndConsumersAreBehind() {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("alliance_outbox_lag_seconds"))
                .body(containsString("alliance_outbox_waiting"))
                .body(containsString("kafka_consumer_fetch_manager_records_lag")));
    }
}
