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
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One line of text that a person can read: not blank, no control characters, no line breaks of any kind. */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = Line.Validator.class)
public @interface Line {

    String message() default "must be one line of text, neither blank nor with control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code NotNull}. Goes over the text once, however long it is. */
    class Validator implements ConstraintValidator<Line, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null
                    || text.codePoints().noneMatch(Validator::breaksTheLine)
                            && text.codePoints().anyMatch(Validator::canBeSeen);
        }

        private static boolean breaksTheLine(int character) {
            int type = Character.getType(character);
            return type == Character.CONTROL
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
        }

        private static boolean canBeSeen(int character) {
            return !Character.isSpaceChar(character) && Character.getType(character) != Character.FORMAT;
        }
    }
}
