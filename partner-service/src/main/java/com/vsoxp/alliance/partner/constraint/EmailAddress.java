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
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * An e-mail address as RFC 5321 has it: up to 64 characters, plain or quoted, before the last @, a fully qualified domain
 * of letters, digits and hyphens after it, 254 in all. Addresses of hosts without a name (section 4.1.3) are not taken.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = EmailAddress.Validator.class)
@Size(min = 3, max = 254)
@ReportAsSingleViolation
public @interface EmailAddress {

    String message() default "must be an e-mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code NotNull}. */
    class Validator implements ConstraintValidator<EmailAddress, String> {

        private static final int MAX_LOCAL_PART = 64;
        private static final Pattern WORDS =
                Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
        private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"");

        @Override
        public boolean isValid(String address, ConstraintValidatorContext context) {
            return address == null || isAddress(address, address.lastIndexOf('@'));
        }

        private static boolean isAddress(String address, int at) {
            return at > 0 && isLocalPart(address.substring(0, at)) && HostName.isQualified(address.substring(at + 1));
        }

        private static boolean isLocalPart(String text) {
            return text.length() <= MAX_LOCAL_PART
                    && (WORDS.matcher(text).matches() || QUOTED.matcher(text).matches());
        }
    }
}
