package app.ascent.record.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field holds as long as nobody says anything else: how a form begins, and what counts where a program is silent. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Otherwise {
    String value();
}
