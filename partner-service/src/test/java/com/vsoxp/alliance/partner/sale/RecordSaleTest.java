package com.vsoxp.alliance.partner.sale;

import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.order;
import static com.vsoxp.alliance.partner.Api.partner;
import static com.vsoxp.alliance.partner.Api.registered;
import static com.vsoxp.alliance.partner.Api.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import com.vsoxp.alliance.platform.testing.EventContract;
import com.vsoxp.alliance.platform.testing.PublishedEvent;
import com.vsoxp.alliance.platform.testing.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class RecordSaleTest {

    @Test
    void aSaleIsRecordedAndToldOfOnce() {
        UUID partner = registered();
        String body = sale(partner, order(), 15);

        String id = crm().body(body)
                .post("/v1/sales")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("netTotal.amount", equalTo("11238.75"))
                .body("system", equalTo("crm-test"))
                .extract()
                .path("id");
        crm().body(body).post("/v1/sales").then().statusCode(200).body("id", equalTo(id));
        crm().get("/v1/sales/{id}", id).then().statusCode(200).body("licenses", equalTo(15));

        PublishedEvent told =
                Topics.awaitEvent("alliance.sales", partner.toString(), "alliance.sale.recorded", data -> true);
        EventContract.mustMatchSchema("alliance.sale.recorded", told.data());
        assertThat(Topics.eventsOn("alliance.sales", partner.toString())).hasSize(1);
    }
}
