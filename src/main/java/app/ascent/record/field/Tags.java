package app.ascent.record.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Words that a record is marked with, each once, case aside; entered one a line, or with commas between them ({@link TagLines}). */
@Constraint(validatedBy = TagsSyntax.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Tags {

    /** The longest one. */
    int LENGTH = 50;

    /** The most there can be. */
    int value();

    String message() default "too-many-tags";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
