package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.money.Money;
import com.vsoxp.alliance.platform.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a JSON tree against the type it should become, and notes every field that does not fit instead of ending at the
 * first. Nothing is converted to fit: a number is no text, {@code "5"} is no number.
 */
final class Shape {

    private final RecordFields fields;
    private final List<FieldError> errors = new ArrayList<>();

    Shape(RecordFields fields) {
        this.fields = fields;
    }

    /** Every field that did not fit, in the order of the body. */
    List<FieldError> errors() {
        return errors;
    }

    /** What is left of {@code json} without the parts that do not fit; null when nothing is. */
    JsonNode fitting(String pointer, JsonNode json, JavaType type) {
        if (json.isNull()) {
            return json;
        }
        if (type.hasRawClass(JsonNode.class) || type.hasRawClass(Object.class)) {
            return json;
        }
        if (type.isMapLikeType()) {
            return fittingMap(pointer, json, type.getContentType());
        }
        if (type.isCollectionLikeType() || type.isArrayType()) {
            return fittingArray(pointer, json, type.getContentType());
        }
        if (Scalar.isScalar(type.getRawClass())) {
            return fittingScalar(pointer, json, type.getRawClass());
        }
        if (type.hasRawClass(Money.class)) {
            JsonNode text = fittingRecord(pointer, json, MoneyShape.Text.class);
            return text == null || MoneyShape.hasFaults(pointer, text, errors) ? null : text;
        }
        if (type.getRawClass().isRecord()) {
            return fittingRecord(pointer, json, type.getRawClass());
        }
        throw new IllegalStateException("A request may not hold " + type + ": use records, collections and scalars");
    }

    private JsonNode fittingRecord(String pointer, JsonNode json, Class<?> type) {
        if (!json.isObject()) {
            return refuse(pointer, "an object", json);
        }
        Map<String, RecordFields.Field> known = fields.of(type);
        ObjectNode kept = ((ObjectNode) json).objectNode();
        json.properties().forEach(member -> {
            RecordFields.Field field = known.get(member.getKey());
            String child = JsonPointers.child(pointer, member.getKey());
            if (field == null) {
                errors.add(new FieldError(child, "UNKNOWN_FIELD", "There is no field " + member.getKey() + " here."));
            } else {
                keep(kept, member.getKey(), fitting(child, member.getValue(), field.type()));
            }
        });
        return kept;
    }

    private JsonNode fittingMap(String pointer, JsonNode json, JavaType content) {
        if (!json.isObject()) {
            return refuse(pointer, "an object", json);
        }
        ObjectNode kept = ((ObjectNode) json).objectNode();
        json.properties().forEach(member -> {
            String child = JsonPointers.child(pointer, member.getKey());
            keep(kept, member.getKey(), fittingElement(child, member.getValue(), content));
        });
        return kept;
    }

    private JsonNode fittingArray(String pointer, JsonNode json, JavaType content) {
        if (!json.isArray()) {
            return refuse(pointer, "an array", json);
        }
        ArrayNode kept = ((ArrayNode) json).arrayNode();
        for (int i = 0; i < json.size(); i++) {
            // What does not fit leaves a gap, so that the others keep their places.
            kept.add(fittingElement(JsonPointers.child(pointer, i), json.get(i), content));
        }
        return kept;
    }

    private JsonNode fittingElement(String pointer, JsonNode json, JavaType content) {
        return json.isNull() ? refuse(pointer, "a value", json) : fitting(pointer, json, content);
    }

    private JsonNode fittingScalar(String pointer, JsonNode json, Class<?> type) {
        Optional<Scalar.Fault> fault = Scalar.fault(type, json);
        return fault.isEmpty()
                ? json
                : refuse(new FieldError(pointer, fault.get().code(), fault.get().detail()));
    }

    private JsonNode refuse(String pointer, String expected, JsonNode json) {
        return refuse(
                new FieldError(pointer, "WRONG_TYPE", "must be " + expected + ", not " + Scalar.kindOf(json) + "."));
    }

    private JsonNode refuse(FieldError error) {
        errors.add(error);
        return null;
    }

    private static void keep(ObjectNode kept, String name, JsonNode value) {
        if (value != null) {
            kept.set(name, value);
        }
    }
}
