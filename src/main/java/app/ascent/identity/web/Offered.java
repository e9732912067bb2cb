package app.ascent.identity.web;

import app.ascent.identity.OrganizationSettings;
import app.ascent.web.TimeZones;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The value must be one that the page of settings offers. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Offered.Check.class)
@interface Offered {

    Choices value();

    String message() default "{organization.choose}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What can be chosen from. */
    enum Choices {
        TIME_ZONES(TimeZones::offers),
        LANGUAGES(OrganizationSettings.LANGUAGES::contains),
        CURRENCIES(OrganizationSettings.CURRENCIES::contains);

        private final Predicate<String> offer;

        Choices(Predicate<String> offer) {
            this.offer = offer;
        }
    }

    /** Looks the value up. */
    final class Check implements ConstraintValidator<Offered, @Nullable String> {

        private Predicate<String> offer = _ -> false;

        @Override
        public void initialize(Offered constraint) {
            offer = constraint.value().offer;
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value != null && offer.test(value);
        }
    }
}
