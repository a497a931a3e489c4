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
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A well-formed BCP 47 language tag of at most 35 characters, whose language ISO 639 and whose country ISO 3166-1 know, such
 * as {@code de} or {@code pt-BR}.
 */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = LanguageTag.Validator.class)
public @interface LanguageTag {

    String message() default "must be a BCP 47 language tag, such as de or pt-BR";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code NotNull}. */
    class Validator implements ConstraintValidator<LanguageTag, String> {

        /** What RFC 5646, section 4.4.1, asks everybody to have room for. */
        private static final int MAX_LENGTH = 35;

        private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String tag, ConstraintValidatorContext context) {
            return tag == null || tag.length() <= MAX_LENGTH && isLanguage(tag);
        }

        private static boolean isLanguage(String tag) {
            try {
                Locale locale = new Locale.Builder().setLanguageTag(tag).build();
                return isKnownLanguage(locale.getLanguage()) && isKnownRegion(locale.getCountry());
            } catch (IllformedLocaleException e) {
                return false;
            }
        }

        // The JDK lists the two-letter languages only; of longer codes the form is all that it can tell.
        private static boolean isKnownLanguage(String language) {
            return language.length() == 2 ? LANGUAGES.contains(language) : language.length() == 3;
        }

        // A region of three digits is a part of the world (UN M.49).
        private static boolean isKnownRegion(String region) {
            return region.length() != 2 || COUNTRIES.contains(region);
        }
    }
}
