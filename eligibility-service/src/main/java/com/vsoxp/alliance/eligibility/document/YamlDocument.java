package com.vsoxp.alliance.eligibility.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program document in YAML, of which every place is known by line and column.
 *
 * @param tree what it says
 * @param places where each value begins, by its JSON pointer
 */
record YamlDocument(JsonNode tree, Map<String, JsonLocation> places) {

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    /** @throws InvalidProgramException if it is no YAML, or of a kind that says more than JSON can */
    static YamlDocument parse(byte[] document) {
        try {
            Map<String, JsonLocation> places = placesIn(document);
            return new YamlDocument(YAML.readTree(document), places);
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage(), e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same mistake with its line and column; of what is missing, those of what it is missing in. */
    Mistake located(Mistake mistake) {
        String place = mistake.pointer();
        while (!places.containsKey(place) && !place.isEmpty()) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
        return new Mistake(mistake.pointer(), mistake.code(), mistake.detail() + at(places.get(place)));
    }

    private static Map<String, JsonLocation> placesIn(byte[] document) throws IOException {
        Map<String, JsonLocation> places = new HashMap<>();
        try (YAMLParser parser = YAML.getFactory().createParser(document)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // Anchors and aliases are names for parts of a text; a program has none to give.
                if (parser.isCurrentAlias() || parser.getObjectId() != null) {
                    throw unreadable("anchors and aliases are not taken", parser.currentTokenLocation());
                }
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY && token != JsonToken.FIELD_NAME) {
                    places.putIfAbsent(pointer(parser, token), parser.currentTokenLocation());
                }
            }
        }
        return places;
    }

    private static String pointer(JsonParser parser, JsonToken token) {
        var context = parser.getParsingContext();
        return (token.isStructStart() ? context.getParent() : context)
                .pathAsPointer()
                .toString();
    }

    private static InvalidProgramException unreadable(String why, JsonLocation where) {
        String words = why.lines().findFirst().orElse("it cannot be read");
        return new InvalidProgramException(
                List.of(new Mistake("", "MALFORMED_YAML", "is no YAML that can be taken: " + words + at(where))));
    }

    private static String at(JsonLocation where) {
        return where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
    }
}
