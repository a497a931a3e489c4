package com.vsoxp.alliance.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {

    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");

    static Set<String> types() throws IOException {
        return typesIn("schemas");
    }

    @Test
    void everyTypeHasASchemaASampleAndAPlaceInTheAsyncApi() throws IOException {
        assertThat(typesIn("samples")).isEqualTo(types()).isEqualTo(typesInAsyncApi());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleMatchesItsSchema(String type) {
        EventContract.mustMatchSchema(type, EventContract.sample(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aSampleWithoutOneOfItsFieldsDoesNot(String type) {
        ObjectNode sample = (ObjectNode) EventContract.sample(type);
        sample.remove("sequence");
        assertThatThrownBy(() -> EventContract.mustMatchSchema(type, sample)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldThatIsNewFitsAnOldSchema(String type) {
        ObjectNode sample = (ObjectNode) EventContract.sample(type);
        sample.put("addedLater", true);
        EventContract.mustMatchSchema(type, sample);
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        ObjectNode sample = (ObjectNode) EventContract.sample("alliance.story.retracted");
        ((ObjectNode) sample.get("story")).put("retractedOn", "2026-02-30");
        assertThatThrownBy(() -> EventContract.mustMatchSchema("alliance.story.retracted", sample))
                .hasMessageContaining("retractedOn");
    }

    @ParameterizedTest
    @MethodSource("types")
    void noAddressOfAPersonIsOnATopic(String type) {
        assertThat(EMAIL.matcher(EventContract.sample(type).toString())
                        .results()
                        .map(found -> found.group())
                        .toList())
                .allMatch("partners@northwind.example"::equals);
    }

    @Test
    void oneIsTheSameAsOnePointNull() {
        ObjectNode sample = (ObjectNode) EventContract.sample("alliance.entitlements.changed");
        ((ObjectNode) sample.at("/entitlements/0/value")).put("percent", 33.0);
        EventContract.mustEqualSample("alliance.entitlements.changed", sample);
    }

    @Test
    void anotherPercentageIsNotTheSample() {
        ObjectNode sample = (ObjectNode) EventContract.sample("alliance.entitlements.changed");
        ((ObjectNode) sample.at("/entitlements/0/value")).put("percent", 34);
        assertThatThrownBy(() -> EventContract.mustEqualSample("alliance.entitlements.changed", sample))
                .isInstanceOf(AssertionError.class);
    }

    private static Set<String> typesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(EventContract.FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("alliance."))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> typesInAsyncApi() throws IOException {
        JsonNode asyncApi = new YAMLMapper()
                .readTree(EventContract.FOLDER.resolve("asyncapi.yaml").toFile());
        return asyncApi.at("/components/messages")
                .valueStream()
                .map(message -> message.get("name").textValue())
                .filter(name -> name.startsWith("alliance."))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
