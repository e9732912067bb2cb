package app.ascent.record.field;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field that the source of an import says and nobody else: it is neither entered nor told. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BySource {}
