package com.vsoxp.alliance.platform.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a schema has only grown: whatever was valid still is, so that topics can be read from their start, and
 * whatever a consumer could rely on is still there.
 */
final class SchemaGrowth {

    /** A schema and the file of shared parts that it refers to. */
    record Version(JsonNode schema, JsonNode common) {}

    private static final Set<String> LIMITS = Set.of(
            "type",
            "const",
            "pattern",
            "format",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "multipleOf",
            "minProperties");

    private final Version before;
    private final Version after;
    private final List<String> breaks = new ArrayList<>();

    private SchemaGrowth(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    /** Everything that {@code after} takes away from {@code before}; empty when it only grew. */
    static List<String> breaks(Version before, Version after) {
        SchemaGrowth growth = new SchemaGrowth(before, after);
        growth.compare("", before.schema(), after.schema());
        return growth.breaks;
    }

    private void compare(String place, JsonNode oldPart, JsonNode newPart) {
        JsonNode was = resolved(oldPart, before.common());
        JsonNode is = resolved(newPart, after.common());
        LIMITS.stream()
                .filter(limit -> is.has(limit) && !is.get(limit).equals(was.path(limit)))
                .forEach(limit -> breaks.add(place + ": " + limit + " is now " + is.get(limit)));
        if (was.has("type") && !is.has("type")) {
            breaks.add(place + ": may now be anything");
        }
        if (!textsOf(was.path("required")).equals(textsOf(is.path("required")))) {
            breaks.add(place + ": required was " + was.path("required") + " and is " + is.path("required"));
        }
        if (is.has("enum") && !(was.has("enum") && textsOf(is.get("enum")).containsAll(textsOf(was.get("enum"))))) {
            breaks.add(place + ": enum was " + was.path("enum") + " and is " + is.get("enum"));
        }
        compareParts(place, was, is);
    }

    private void compareParts(String place, JsonNode was, JsonNode is) {
        was.path("properties").properties().forEach(property -> {
            String child = place + "/" + property.getKey();
            JsonNode now = is.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(child + ": is gone");
            } else {
                compare(child, property.getValue(), now);
            }
        });
        for (String one : List.of("items", "additionalProperties")) {
            if (was.path(one).isObject() || is.path(one).isObject()) {
                compare(place + "/" + one, was.path(one), is.path(one));
            }
        }
        for (String choice : List.of("anyOf", "oneOf", "allOf")) {
            compareChoices(place + "/" + choice, was.path(choice), is.path(choice));
        }
    }

    private void compareChoices(String place, JsonNode was, JsonNode is) {
        if (is.size() < was.size() || was.isEmpty() && !is.isEmpty()) {
            breaks.add(place + ": had " + was.size() + " ways and has " + is.size());
            return;
        }
        for (int i = 0; i < was.size(); i++) {
            compare(place + "/" + i, was.get(i), is.get(i));
        }
    }

    private static JsonNode resolved(JsonNode part, JsonNode common) {
        String reference = part.path("$ref").asText("");
        return reference.startsWith("common.json#")
                ? resolved(common.at(reference.substring("common.json#".length())), common)
                : part.isMissingNode() ? MissingNode.getInstance() : part;
    }

    private static Set<String> textsOf(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.toString()));
        return texts;
    }
}
