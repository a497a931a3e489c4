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
import java.net.URI;
import java.net.URISyntaxException;

/** An absolute {@code http} or {@code https} URL with a host and without credentials, of at most 2,048 characters. */
@Target({FIELD, METHOD, PARAMETER, RECORD_COMPONENT, TYPE_USE, ANNOTATION_TYPE})
@Retention(RUNTIME)
@Constraint(validatedBy = WebUrl.Validator.class)
public @interface WebUrl {

    String message() default "must be an absolute http or https URL";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code NotNull}. */
    class Validator implements ConstraintValidator<WebUrl, String> {

        private static final int MAX_LENGTH = 2_048;
        private static final int MAX_PORT = 65_535;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.length() <= MAX_LENGTH && isWebUrl(text);
        }

        private static boolean isWebUrl(String text) {
            try {
                URI url = new URI(text);
                boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
                return web && url.getRawUserInfo() == null && isHost(url.getHost()) && url.getPort() <= MAX_PORT;
            } catch (URISyntaxException e) {
                return false;
            }
        }

        private static boolean isHost(String host) {
            return host != null && (host.startsWith("[") || HostName.isName(host));
        }
    }
}
