package com.vsoxp.alliance.partner.partner.duplicate;

import static com.vsoxp.alliance.partner.Api.atOnce;
import static com.vsoxp.alliance.partner.Api.auditor;
import static com.vsoxp.alliance.partner.Api.crm;
import static com.vsoxp.alliance.partner.Api.manager;
import static com.vsoxp.alliance.partner.Api.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class PossibleDuplicatesTest {

    private static final String CANDIDATES = "warnings[0].candidates";

    @Test
    void theSameLegalNameInTheSameCountryIsWarnedOfAndRegisteredAllTheSame() {
        String first = id(register("Vordelux", "Vördelux Systems GmbH & Co. KG", "DE", null));
        Response second = register("Vordelux Again", "VORDELUX SYSTEMS, AG", "DE", null);
        second.then()
                .statusCode(201)
                .body("warnings.code", contains("POSSIBLE_DUPLICATE"))
                .body(CANDIDATES + ".id", contains(first))
                .body(CANDIDATES + ".name", contains("Vordelux"))
                .body(CANDIDATES + "[0].reasons", contains("SAME_LEGAL_NAME_AND_COUNTRY"));
        crm().get("/v1/partners/{id}", id(second)).then().body("warnings", nullValue());
        register("Vordelux", "Vordelux Systems GmbH", "AT", null)
                .then()
                .statusCode(201)
                .body("warnings", empty());
        register("Vordelux", "Vordelux Systems South GmbH", "DE", null).then().body("warnings", empty());
    }

    @Test
    void aNameStandsInForALegalNameThatIsMissing() {
        String first = id(register("Trampelink Inc.", null, "US", null));
        register("Another Trampelink", "trampelink corporation", "US", null)
                .then()
                .body(CANDIDATES + ".id", contains(first));
    }

    @Test
    void theSameWebDomainIsWarnedOf() {
        String shop = id(register("Quendolar Shop", null, "US", "https://shop.quendolar.co.uk/start"));
        String bare = id(register("Quendolar Bare", null, "FR", "http://quendolar.co.uk"));
        Response www = register("Quendolar With www", null, "DE", "https://WWW.Quendolar.co.uk:8443/x");
        www.then()
                .statusCode(201)
                .body(CANDIDATES + ".id", containsInAnyOrder(shop, bare))
                .body(CANDIDATES + "[0].reasons", contains("SAME_WEB_DOMAIN"));
        register("Nearly Quendolar", null, "DE", "https://notquendolar.co.uk")
                .then()
                .body("warnings", empty());
    }

    @Test
    void tenantsOfOneHosterAreNoDuplicates() {
        register("Tenant one", null, "US", "https://tenantone.github.io/")
                .then()
                .statusCode(201);
        register("Tenant two", null, "US", "https://tenanttwo.github.io/")
                .then()
                .body("warnings", empty());
        register("Tenant one b", null, "US", "https://sub.tenantone.github.io/")
                .then()
                .body("warnings", hasSize(1));
    }

    @Test
    void thoseWithMostInCommonComeFirstAndFiveAreEnough() {
        for (int i = 0; i < 6; i++) {
            register("Mulvarex " + i, "Mulvarex Ltd", "GB", null).then().statusCode(201);
        }
        String both = id(register("Mulvarex both", "Mulvarex PLC", "GB", "https://mulvarex.example"));
        id(register("Domain alone", null, "GB", "https://mulvarex.example"));
        Response last = register("Mulvarex last", "Mulvarex Limited", "GB", "https://www.mulvarex.example");
        assertThat(last.jsonPath().getList(CANDIDATES + ".id")).hasSize(5).doesNotHaveDuplicates();
        crm().get("/v1/partners/{id}/duplicates", both)
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items[0].id", equalTo(id(last)))
                .body("items[0].reasons", contains("SAME_LEGAL_NAME_AND_COUNTRY", "SAME_WEB_DOMAIN"));
    }

    @Test
    void aNameWithoutLettersIsLikeNoOther() {
        register("!!!", null, "US", null).then().statusCode(201);
        register("???", null, "US", null).then().statusCode(201).body("warnings", empty());
    }

    @Test
    void aPutThatRegistersWarnsAndOneThatChangesDoesNot() {
        String first = id(register("Put", "Pelgrunto SA", "CH", null));
        String body = "{\"name\": \"Put\", \"legalName\": \"Pelgrunto S.A.\", \"country\": \"CH\"}";
        String path = "/v1/partners/external/salesforce/" + UUID.randomUUID();
        crm().body(body).put(path).then().statusCode(201).body(CANDIDATES + ".id", contains(first));
        crm().body(body).put(path).then().statusCode(200).body("warnings", nullValue());
    }

    @Test
    void ofManyRegisteredAtOnceEachIsTheFirstOrIsWarned() throws Exception {
        List<Response> answers =
                atOnce(6, i -> register("Race " + i, "Ravelcord OÜ", "EE", "https://ravelcord.example"));
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream()
                        .filter(answer -> answer.jsonPath().getList("warnings").isEmpty()))
                .hasSize(1);
    }

    @Test
    void aRetriedRegistrationIsNotItsOwnDuplicate() {
        String key = UUID.randomUUID().toString();
        String body = "{\"name\": \"Sylvatrone\", \"country\": \"US\"}";
        Response first = crm().header("Idempotency-Key", key).body(body).post("/v1/partners");
        Response again = crm().header("Idempotency-Key", key).body(body).post("/v1/partners");
        first.then().statusCode(201).body("warnings", empty());
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void duplicatesAreForThoseWhoKeepTheRecords() {
        String id = id(register("Kept", null, "US", null));
        auditor().get("/v1/partners/{id}/duplicates", id).then().statusCode(200).body("items", empty());
        Response read = manager().get("/v1/partners/{id}/duplicates", id);
        manager()
                .header("If-None-Match", read.header("ETag"))
                .get("/v1/partners/{id}/duplicates", id)
                .then()
                .statusCode(304);
        partner(UUID.fromString(id))
                .get("/v1/partners/{id}/duplicates", id)
                .then()
                .statusCode(403);
        crm().get("/v1/partners/{id}/duplicates", UUID.randomUUID()).then().statusCode(404);
        crm().get("/v1/partners/{id}/duplicates", "nonsense").then().statusCode(404);
    }

    private static Response register(String name, String legalName, String country, String website) {
        return crm().body("{\"name\": \"%s\", \"country\": \"%s\"%s%s}"
                        .formatted(
                                name,
                                country,
                                legalName == null ? "" : ", \"legalName\": \"" + legalName + "\"",
                                website == null ? "" : ", \"website\": \"" + website + "\""))
                .post("/v1/partners");
    }

    private static String id(Response registered) {
        return registered.then().statusCode(201).extract().path("id");
    }
}
