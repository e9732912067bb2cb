package app.ascent.record.field;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address on the web; {@code https://} is added where somebody typed no scheme, as an import does. */
@Line(255)
@Constraint(validatedBy = WebAddressSyntax.class)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface WebAddress {

    String message() default "url";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
