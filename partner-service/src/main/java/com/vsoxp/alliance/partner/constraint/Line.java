package com.vsoxp.alliance.partner.constraint;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One line of text that a person can read: not blank, no control characters, no line breaks of any kind. */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = Line.Validator.class)
@Pattern(regexp = "^[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]+$")
@ReportAsSingleViolation
public @interface Line {

    String message() default "must be one line of text, neither blank nor with control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Refuses what cannot be seen. Null is left to {@code NotNull}. */
    class Validator implements ConstraintValidator<Line, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().anyMatch(Validator::canBeSeen);
        }

        private static boolean canBeSeen(int character) {
            return !Character.isSpaceChar(character) && Character.getType(character) != Character.FORMAT;
        }
    }
}
