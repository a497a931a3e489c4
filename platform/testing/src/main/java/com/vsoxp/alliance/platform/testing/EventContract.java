package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** The contract between services, in docs/events: schemas and golden samples. */
public final class EventContract {

    static final Path FOLDER = RepositoryRoot.path().resolve("docs/events");

    private static final String PUBLISHED = "https://alliance.vso-xp.example/events/";
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            factory -> factory.schemaMappers(mappers -> mappers.mapPrefix(
                    PUBLISHED, FOLDER.resolve("schemas").toUri().toString())));
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private EventContract() {}

    /** The golden sample's body: a producer must write it, a consumer must take it. */
    public static JsonNode sample(String type) {
        try {
            return JSON.readTree(FOLDER.resolve("samples/" + type + ".json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no readable sample of " + type, e);
        }
    }

    /** Fails, and says why, unless the body is one that the type's schema allows. */
    public static void mustMatchSchema(String type, JsonNode body) {
        Set<ValidationMessage> faults = SCHEMAS.getSchema(SchemaLocation.of(PUBLISHED + type + ".json"), STRICT)
                .validate(body);
        assertThat(faults).as("%s: %s", type, body).isEmpty();
    }

    /** As {@link #mustMatchSchema(String, JsonNode)}, for a body that is still text. */
    public static void mustMatchSchema(String type, String body) {
        mustMatchSchema(type, json(body));
    }

    /** Fails unless the body is the golden sample, field for field; the order of fields and {@code 1} for {@code 1.0} are free. */
    public static void mustEqualSample(String type, JsonNode body) {
        mustMatchSchema(type, body);
        assertThat(json(body.toString()).equals(EventContract::compare, sample(type)))
                .as(
                        "%s is\n%s\nand not the sample\n%s",
                        type, body.toPrettyString(), sample(type).toPrettyString())
                .isTrue();
    }

    private static int compare(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + text, e);
        }
    }
}
