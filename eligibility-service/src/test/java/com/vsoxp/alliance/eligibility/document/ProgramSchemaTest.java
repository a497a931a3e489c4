package com.vsoxp.alliance.eligibility.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** What the published schema says of documents, and what the reader makes of them. */
class ProgramSchemaTest {

    private static final JsonNodeFactory NEW = JsonNodeFactory.instance;
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(new String(ProgramSchema.bytes(), StandardCharsets.UTF_8));
    private static final List<JsonNode> SHIPPED =
            List.of(ProgramText.tree(BundledProgram.VERSION_2), ProgramText.tree(ExampleProgram.GROWTH));

    /** The rules that a schema cannot tell, by the codes of their mistakes, as its description lists them. */
    private static final List<String> BEYOND_THE_SCHEMA = List.of(
            "DUPLICATE", "REQUIRED", "UNKNOWN_FIELD", "MIXED_UNITS", "OUT_OF_RANGE", "INVALID_FORMAT", "WRONG_TYPE");

    @Example
    void theDocumentsThatShipKeepTheSchemaAsTheyAreWrittenAndAsTheyAreTold() {
        for (String text : List.of(BundledProgram.text(), ExampleProgram.text())) {
            assertThat(SCHEMA.validate(YamlDocument.parse(text.getBytes(StandardCharsets.UTF_8))
                            .tree()))
                    .isEmpty();
        }
        SHIPPED.forEach(document -> assertThat(SCHEMA.validate(document)).isEmpty());
    }

    @Property(tries = 3000)
    void whatTheSchemaRefusesTheReaderRefuses(@ForAll("documents") JsonNode document) {
        boolean kept = SCHEMA.validate(document).isEmpty();
        Statistics.label("keeps the schema").collect(kept);
        if (!kept) {
            assertThatThrownBy(() -> ProgramReader.read(document)).isInstanceOf(InvalidProgramException.class);
        }
    }

    @Property(tries = 3000)
    void whatTheReaderRefusesBeyondTheSchemaIsOneOfTheListedRules(@ForAll("documents") JsonNode document) {
        List<Mistake> mistakes = mistakesIn(document);
        if (SCHEMA.validate(document).isEmpty()) {
            Statistics.label("read").collect(mistakes.isEmpty());
            assertThat(mistakes).extracting(Mistake::code).isSubsetOf(BEYOND_THE_SCHEMA);
            assertThat(mistakes).noneMatch(mistake -> mistake.code().equals("UNKNOWN_FIELD") && !isOfATier(mistake));
        }
    }

    /** Unknown fields and missing ones are the schema's, but for the entries by tier. */
    private static boolean isOfATier(Mistake mistake) {
        return mistake.pointer().matches("/(requirements/\\d+/levels|benefits/\\d+/values)/.*");
    }

    private static List<Mistake> mistakesIn(JsonNode document) {
        try {
            ProgramReader.read(document);
            return List.of();
        } catch (InvalidProgramException e) {
            return e.mistakes();
        }
    }

    /** Documents that ship, each with one to three changes at any place. */
    @Provide
    Arbitrary<JsonNode> documents() {
        return Arbitraries.randomValue(random -> {
            JsonNode document = SHIPPED.get(random.nextInt(SHIPPED.size())).deepCopy();
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutate(document, random);
            }
            return document;
        });
    }

    private static void mutate(JsonNode document, Random random) {
        List<JsonNode> places = new ArrayList<>();
        collect(document, places);
        switch (places.get(random.nextInt(places.size()))) {
            case ObjectNode object -> mutate(object, random);
            case ArrayNode array -> mutate(array, random);
            default -> throw new IllegalStateException();
        }
    }

    private static void mutate(ObjectNode object, Random random) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set(List.of("grace", "target", "window", "extra", "succeeds").get(random.nextInt(5)), value(random));
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, value(random));
            default -> object.set(name, like(object.get(name), random));
        }
    }

    private static void mutate(ArrayNode array, Random random) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            array.add(value(random));
        } else if (random.nextBoolean()) {
            array.remove(random.nextInt(array.size()));
        } else {
            array.add(array.get(random.nextInt(array.size())).deepCopy());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private static JsonNode like(JsonNode node, Random random) {
        return switch (node.getNodeType()) {
            case NUMBER ->
                NEW.numberNode(List.of(0, 1, 7, 101, 1001, 2_000_000_000).get(random.nextInt(6)));
            case STRING -> NEW.textNode(text(random));
            default -> value(random);
        };
    }

    private static String text(Random random) {
        List<String> texts = List.of(
                "RESELLER",
                "GOLD",
                "REQUIRED",
                "ENCOURAGED",
                "NOT_APPLICABLE",
                "HOLDS",
                "SUM",
                "COUNT",
                "POINTS",
                "EVER",
                "P",
                "P0D",
                "P90D",
                "P1Y2M3W4D",
                "P99Y",
                " P1M ",
                "p1m",
                "2026-11-23",
                "2026-02-30",
                "26-1-1",
                "USD",
                "XXX",
                "500.00",
                "0.00",
                "5",
                "-5",
                "1e3",
                "0.001",
                "99999999999999",
                "",
                " ",
                "UTC",
                "Mars",
                "schema",
                "3.0",
                "a/b",
                "INCLUDED",
                "REVIEW",
                "AT_ONCE",
                "lower",
                "A__B",
                "A_",
                "é",
                "\u0000",
                "\u2028",
                "\ud800");
        return texts.get(random.nextInt(texts.size()));
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> NEW.nullNode();
            case 1 -> NEW.booleanNode(random.nextBoolean());
            case 2 -> NEW.numberNode(1.5);
            case 3 -> NEW.objectNode();
            case 4 -> NEW.arrayNode();
            case 5 -> NEW.objectNode().put("percent", random.nextInt(120));
            case 6 -> NEW.objectNode().put("amount", "7.00").put("currency", "USD");
            default -> NEW.textNode(text(random));
        };
    }
}
