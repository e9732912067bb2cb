package app.ascent.record.field;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An amount of money, or of what stands for it, such as hours that were bought; a text in JSON, so that no program rounds it. */
@Digits(integer = 13, fraction = 4, message = "amount")
@Constraint(validatedBy = {})
@JacksonAnnotationsInside
@JsonFormat(shape = JsonFormat.Shape.STRING)
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Money {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether it is in the currency of the organization, and no number of hours or tickets. */
    boolean inCurrency() default true;
}
