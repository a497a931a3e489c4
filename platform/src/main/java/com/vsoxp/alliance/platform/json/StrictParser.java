package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads bytes as one JSON value and nothing after it, of bounded depth, with no field twice and no text that cannot be stored. */
final class StrictParser {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 64;
    private static final int MAX_NAME_LENGTH = 256;

    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(MAX_NAME_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);

    /**
     * The JSON value of these bytes.
     *
     * @throws ProblemException 400 that says where reading ended, or names every text that cannot be stored
     */
    JsonNode parse(byte[] bytes) {
        JsonNode json = read(bytes);
        if (json.isMissingNode()) {
            throw Problems.malformed("", "REQUIRED", "A JSON body is needed.");
        }
        List<FieldError> errors = new ArrayList<>();
        findUnstorableText("", json, errors);
        if (!errors.isEmpty()) {
            throw Problems.malformed(errors);
        }
        return json;
    }

    private JsonNode read(byte[] bytes) {
        try {
            return mapper.readTree(bytes);
        } catch (StreamConstraintsException e) {
            throw Problems.malformed(
                    pointer(e),
                    "TOO_DEEP_OR_LONG",
                    "At most " + MAX_DEPTH + " levels, numbers of " + MAX_NUMBER_LENGTH + " digits and names of "
                            + MAX_NAME_LENGTH + " characters are taken.");
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException malformed(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return Problems.malformed(pointer(e), "DUPLICATE_FIELD", "The field stands twice in its object.");
        }
        String where = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
        return Problems.malformed(pointer(e), "MALFORMED_JSON", "The body is no valid JSON" + where + ".");
    }

    private static String pointer(JsonProcessingException e) {
        return e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    // PostgreSQL cannot store NUL, and half a surrogate pair is no character.
    private static void findUnstorableText(String pointer, JsonNode json, List<FieldError> errors) {
        switch (json.getNodeType()) {
            case STRING -> checkText(pointer, json.textValue(), errors);
            case ARRAY -> {
                for (int i = 0; i < json.size(); i++) {
                    findUnstorableText(JsonPointers.child(pointer, i), json.get(i), errors);
                }
            }
            case OBJECT ->
                json.properties().forEach(member -> {
                    String child = JsonPointers.child(pointer, member.getKey());
                    checkText(child, member.getKey(), errors);
                    findUnstorableText(child, member.getValue(), errors);
                });
            default -> {}
        }
    }

    private static void checkText(String pointer, String text, List<FieldError> errors) {
        boolean storable = text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
        if (!storable) {
            errors.add(new FieldError(
                    pointer.replace("\0", "\uFFFD"),
                    "INVALID_CHARACTER",
                    "The NUL character and lone surrogates are not taken."));
        }
    }
}
