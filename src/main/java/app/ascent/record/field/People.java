package app.ascent.record.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** More people who have to do with a record, each once. */
@Constraint(validatedBy = PeopleSyntax.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface People {

    /** The longest name of somebody who is no user. */
    int NAME = 200;

    /** The most there can be. */
    int value();

    String message() default "too-many-people";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
