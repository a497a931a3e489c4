package com.vsoxp.alliance.partner.constraint;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A telephone number as people write it: 3 to 15 digits (ITU-T E.164 knows no longer ones), with an optional plus sign in
 * front and separators between.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "^\\+?\\(?[0-9](?:[ ()./-]{0,3}[0-9]){2,14}$")
@ReportAsSingleViolation
public @interface PhoneNumber {

    String message() default "must be a telephone number, such as +49 89 1234567";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
