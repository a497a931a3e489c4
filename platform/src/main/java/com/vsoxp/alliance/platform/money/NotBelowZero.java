package com.vsoxp.alliance.platform.money;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Money that may be nothing, but no debt. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = NotBelowZero.Validator.class)
public @interface NotBelowZero {

    String message() default "must not be below 0";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is left to {@code NotNull}. */
    class Validator implements ConstraintValidator<NotBelowZero, Money> {

        @Override
        public boolean isValid(Money money, ConstraintValidatorContext context) {
            return money == null || money.amount().signum() >= 0;
        }
    }
}
