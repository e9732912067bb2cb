package app.ascent.record.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Further addresses of somebody; entered one a line, or with blanks, commas or semicolons between them. */
@Constraint(validatedBy = EmailAddressesSyntax.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EmailAddresses {

    /** The most there can be. */
    int value();

    String message() default "too-many";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
