package app.ascent.record.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text of at most so many characters, as people and PostgreSQL count them: an emoji is one. It is stored cleaned. */
@Constraint(validatedBy = TextLength.class)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    int value();

    String message() default "too-long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
