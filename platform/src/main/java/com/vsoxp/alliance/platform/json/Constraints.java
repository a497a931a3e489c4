package com.vsoxp.alliance.platform.json;

import com.vsoxp.alliance.platform.problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds request records against their Bean Validation constraints, records inside records included. */
final class Constraints {

    private static final Set<String> PRESENCE = Set.of("NotNull", "NotBlank", "NotEmpty");

    private final Validator validator;
    private final RecordFields fields;

    Constraints(Validator validator, RecordFields fields) {
        this.validator = validator;
        this.fields = fields;
    }

    /** Every broken constraint, once, in the order of their pointers. */
    List<FieldError> brokenBy(Object value) {
        // A nested record that is marked @Valid is met twice.
        Set<FieldError> broken =
                new TreeSet<>(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code));
        collect("", value, broken);
        return new ArrayList<>(broken);
    }

    private void collect(String pointer, Object value, Set<FieldError> broken) {
        switch (value) {
            case null -> {}
            case Record record -> collectOfRecord(pointer, record, broken);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(JsonPointers.child(pointer, i), list.get(i), broken);
                }
            }
            case Map<?, ?> map ->
                map.forEach((key, element) -> collect(JsonPointers.child(pointer, key.toString()), element, broken));
            default -> {}
        }
    }

    private void collectOfRecord(String pointer, Record record, Set<FieldError> broken) {
        validator.validate(record).forEach(violation -> broken.add(errorOf(pointer, violation)));
        for (RecordFields.Field field : fields.of(record.getClass()).values()) {
            collect(JsonPointers.child(pointer, field.name()), field.of(record), broken);
        }
    }

    private static FieldError errorOf(String pointer, ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                JsonPointers.of(pointer, violation.getPropertyPath()),
                codeOf(constraint),
                violation.getMessage() + ".");
    }

    private static String codeOf(String constraint) {
        return PRESENCE.contains(constraint)
                ? "REQUIRED"
                : constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
