package com.vsoxp.alliance.platform.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vsoxp.alliance.platform.testing.AllianceTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = AllianceTestResource.class, restrictToAnnotatedClass = false)
class ApiDescriptionTest {

    private JsonNode api;

    @BeforeEach
    void read() throws IOException {
        api = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi")
                        .asByteArray());
    }

    @Test
    void itIsOpenApi31AndSaysWhoMayDoWhat() {
        assertThat(api.get("openapi").textValue()).startsWith("3.1");
        assertThat(operation("/v1/widgets", "post").at("/security/0/bearer"))
                .extracting(JsonNode::textValue)
                .containsExactlyInAnyOrder("crm", "program-manager");
        assertThat(operation("/v1/widgets/open", "get").get("security")).isEmpty();
        assertThat(api.at("/components/securitySchemes/bearer/scheme").textValue())
                .isEqualTo("bearer");
    }

    @Test
    void everyOperationSaysHowItCanFail() {
        assertThat(statuses("/v1/widgets", "post"))
                .containsExactlyInAnyOrder(
                        "201", "400", "401", "403", "406", "409", "413", "415", "422", "429", "500", "503");
        assertThat(statuses("/v1/widgets/{id}", "get"))
                .containsExactlyInAnyOrder("200", "304", "400", "401", "403", "404", "406", "429", "500", "503");
        assertThat(statuses("/v1/widgets/{id}", "patch"))
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "406", "409", "412", "413", "415", "422", "428", "429",
                        "500", "503");
        assertThat(statuses("/v1/widgets/open", "get"))
                .containsExactlyInAnyOrder("200", "304", "406", "429", "500", "503");
    }

    @Test
    void theStandardHeadersAreSaid() {
        assertThat(parameters("/v1/widgets", "post")).contains("#/components/parameters/IdempotencyKey");
        assertThat(parameters("/v1/widgets/{id}", "patch")).contains("#/components/parameters/IfMatch");
        assertThat(parameters("/v1/widgets/{id}", "get")).contains("#/components/parameters/IfNoneMatch");
        assertThat(operation("/v1/widgets", "post")
                        .at("/responses/201/headers/Location/$ref")
                        .textValue())
                .isEqualTo("#/components/headers/Location");
        assertThat(operation("/v1/widgets", "get")
                        .at("/responses/200/headers/Link/$ref")
                        .textValue())
                .isEqualTo("#/components/headers/Link");
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(api.get("paths").findValuesAsText("operationId"))
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void aMissingTokenIsDescribedInOurWords() {
        assertThat(operation("/v1/widgets", "post").at("/responses/401/$ref").textValue())
                .isEqualTo("#/components/responses/Unauthenticated");
    }

    @Test
    void aSuccessSaysWhatItBrings() {
        assertThat(operation("/v1/widgets", "post")
                        .at("/responses/201/content/application~1json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/WidgetView");
        assertThat(operation("/v1/widgets/{id}", "get")
                        .at("/responses/200/content/application~1json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/WidgetView");
    }

    @Test
    void aMergePatchDemandsNothingAndMayRemoveWhatIsOptional() {
        assertThat(operation("/v1/widgets/{id}", "patch")
                        .at("/requestBody/content/application~1merge-patch+json/schema/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/WidgetBodyPatch");
        JsonNode patch = api.at("/components/schemas/WidgetBodyPatch");
        assertThat(patch.has("required")).isFalse();
        assertThat(patch.at("/properties/name/type").textValue()).isEqualTo("string");
        assertThat(patch.at("/properties/price/anyOf/0/$ref").textValue()).isEqualTo("#/components/schemas/Money");
        assertThat(patch.at("/properties/price/anyOf/1/type").textValue()).isEqualTo("null");
    }

    @Test
    void parametersStandAsTheResourceGivesThem() {
        assertThat(operation("/v1/widgets", "get").get("parameters").findValuesAsText("name"))
                .containsSubsequence("color", "since", "not");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = api.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        assertThat(references).allSatisfy(reference -> assertThat(
                        api.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void swaggerUiIsThere() {
        RestAssured.get("/q/swagger-ui/").then().statusCode(200);
    }

    private JsonNode operation(String path, String method) {
        return api.get("paths").get(path).get(method);
    }

    private Set<String> statuses(String path, String method) {
        return operation(path, method)
                .get("responses")
                .propertyStream()
                .map(e -> e.getKey())
                .collect(Collectors.toSet());
    }

    private List<String> parameters(String path, String method) {
        return operation(path, method).get("parameters").findValuesAsText("$ref");
    }
}
