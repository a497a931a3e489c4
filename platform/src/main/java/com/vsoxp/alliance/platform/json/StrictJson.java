package com.vsoxp.alliance.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.platform.problem.FieldError;
import com.vsoxp.alliance.platform.problem.ProblemException;
import com.vsoxp.alliance.platform.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns request JSON into request records, and names every bad field at once: unknown ones, those of a wrong type, and
 * those that break a Bean Validation constraint, however deep. Nothing is converted to fit.
 */
@ApplicationScoped
public class StrictJson {

    private final StrictParser parser = new StrictParser();
    private final ObjectMapper mapper;
    private final RecordFields fields;
    private final Constraints constraints;

    /** Binds with the mapper that also writes, and validates with the application's validator. */
    public StrictJson(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.fields = new RecordFields(mapper::constructType);
        this.constraints = new Constraints(validator, fields);
    }

    /**
     * Reads a body.
     *
     * @throws ProblemException 400 when it is no JSON or a field does not fit its type, 422 when all fit and a constraint
     *     is broken
     */
    public <T> T bind(byte[] body, Class<T> type) {
        return bind(parser.parse(body), type);
    }

    /** Reads a body into a generic type, as {@link #bind(byte[], Class)} does. */
    public Object bind(byte[] body, Type type) {
        return bind(parser.parse(body), mapper.constructType(type));
    }

    /** Reads JSON that is already a tree, as {@link #bind(byte[], Class)} does. */
    public <T> T bind(JsonNode json, Class<T> type) {
        return type.cast(bind(json, mapper.constructType(type)));
    }

    /**
     * Applies a JSON Merge Patch (RFC 7396): what the patch names is replaced, what it sets to null is removed, all else
     * stays.
     *
     * @param current the resource as it is now, in the shape of {@code type}
     * @return the patched resource, checked as {@link #bind(byte[], Class)} checks a body
     */
    public <T> T mergePatch(Object current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw Problems.malformed("", "WRONG_TYPE", "must be an object, not " + Scalar.kindOf(patch) + ".");
        }
        return bind(merge(mapper.valueToTree(current), patch), type);
    }

    private Object bind(JsonNode json, JavaType type) {
        Shape shape = new Shape(fields);
        JsonNode fitting = json.isNull() ? null : shape.fitting("", json, type);
        if (json.isNull()) {
            shape.errors().add(new FieldError("", "REQUIRED", "A JSON body is needed."));
        }
        if (shape.errors().isEmpty()) {
            Object value = read(fitting, type).orElseThrow();
            List<FieldError> broken = constraints.brokenBy(value);
            if (!broken.isEmpty()) {
                throw Problems.rule(broken);
            }
            return value;
        }
        throw Problems.malformed(withBrokenConstraints(shape.errors(), fitting, type));
    }

    private List<FieldError> withBrokenConstraints(List<FieldError> misfits, JsonNode fitting, JavaType type) {
        List<FieldError> all = new ArrayList<>(misfits);
        if (fitting != null) {
            readIfPossible(fitting, type).map(constraints::brokenBy).orElse(List.of()).stream()
                    .filter(broken -> misfits.stream().noneMatch(misfit -> covers(misfit, broken)))
                    .forEach(all::add);
        }
        return all;
    }

    // A field that was left out because it does not fit is not missing.
    private static boolean covers(FieldError misfit, FieldError broken) {
        return (broken.pointer() + "/").startsWith(misfit.pointer() + "/")
                || (misfit.pointer() + "/").startsWith(broken.pointer() + "/")
                        && broken.code().equals("REQUIRED");
    }

    private Optional<Object> readIfPossible(JsonNode fitting, JavaType type) {
        try {
            return read(fitting, type);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Optional<Object> read(JsonNode fitting, JavaType type) {
        try {
            return Optional.ofNullable(mapper.readerFor(type).readValue(fitting));
        } catch (ValueInstantiationException e) {
            throw ownRuleBroken(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A checked request does not bind to " + type, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // A record may refuse values in its constructor; what it says there is written for callers.
    private static ProblemException ownRuleBroken(ValueInstantiationException e) {
        StringBuilder pointer = new StringBuilder();
        e.getPath().forEach(step -> pointer.append('/')
                .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName()));
        String detail = e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null
                ? refusal.getMessage()
                : "is not valid.";
        return Problems.rule(pointer.toString(), "INVALID", detail);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : ((ObjectNode) patch).objectNode();
        patch.properties().forEach(member -> {
            if (member.getValue().isNull()) {
                merged.remove(member.getKey());
            } else {
                JsonNode before = merged.path(member.getKey());
                merged.set(member.getKey(), merge(before, member.getValue()));
            }
        });
        return merged;
    }
}
