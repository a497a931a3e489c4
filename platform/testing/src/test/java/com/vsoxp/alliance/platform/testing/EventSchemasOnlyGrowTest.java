package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every event schema beside what it was in the {@link Baseline}. */
class EventSchemasOnlyGrowTest {

    private static final String FOLDER = "docs/events/schemas";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void noSchemaTakesAnythingAway() throws Exception {
        Optional<Baseline> baseline = Baseline.find();
        assumeTrue(baseline.isPresent(), "There is no earlier commit to compare with");
        JsonNode commonBefore = before(baseline.get(), FOLDER + "/common.json");
        for (String file : baseline.get().filesIn(FOLDER)) {
            assertThat(RepositoryRoot.path().resolve(file))
                    .as("an event's type never goes away")
                    .exists();
            assertThat(SchemaGrowth.breaks(
                            new SchemaGrowth.Version(before(baseline.get(), file), commonBefore),
                            new SchemaGrowth.Version(now(file), now(FOLDER + "/common.json"))))
                    .as(file)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"properties": {"a": {"type": "string"}}} | {"properties": {}}
                    {"properties": {"a": {"type": "string"}}} | {"properties": {"a": {"type": "integer"}}}
                    {"properties": {"a": {"type": "string"}}} | {"properties": {"a": {}}}
                    {"properties": {"a": {"type": "string"}}} | {"properties": {"a": {"type": "string", "pattern": "x"}}}
                    {"required": ["a"]}                       | {"required": []}
                    {"required": []}                          | {"required": ["a"]}
                    {"enum": ["A", "B"]}                      | {"enum": ["A"]}
                    {"minimum": 1}                            | {"minimum": 2}
                    {"items": {"type": "string"}}             | {"items": {"type": "number"}}
                    {"anyOf": [{"type": "null"}, {}]}         | {"anyOf": [{"type": "null"}]}
                    {"$ref": "common.json#/a"}                | {"$ref": "common.json#/b"}
                    """)
    void whatIsTakenAwayIsFound(String before, String after) throws IOException {
        assertThat(breaks(before, after)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"properties": {}}                    | {"properties": {"a": {"type": "string"}}}
                    {"enum": ["A"]}                       | {"enum": ["A", "B"]}
                    {"type": "string", "pattern": "x"}    | {"type": "string"}
                    {"description": "was"}                | {"description": "is"}
                    {"anyOf": [{"type": "null"}]}         | {"anyOf": [{"type": "null"}, {"type": "string"}]}
                    {"type": "string"}                    | {"$ref": "common.json#/a"}
                    """)
    void growthIsNoBreak(String before, String after) throws IOException {
        assertThat(breaks(before, after)).isEmpty();
    }

    private static List<String> breaks(String before, String after) throws IOException {
        JsonNode common = JSON.readTree("{\"a\": {\"type\": \"string\"}, \"b\": {\"type\": \"integer\"}}");
        return SchemaGrowth.breaks(
                new SchemaGrowth.Version(JSON.readTree(before), common),
                new SchemaGrowth.Version(JSON.readTree(after), common));
    }

    private static JsonNode before(Baseline baseline, String file) throws Exception {
        return JSON.readTree(baseline.text(file).orElse("{}"));
    }

    private static JsonNode now(String file) throws IOException {
        return JSON.readTree(RepositoryRoot.path().resolve(file).toFile());
    }
}
