package app.ascent.journey.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what answers programs about a migration, so that refusals reach them as problem details. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MigrationApi {

    /** Under which all of it lies. */
    String ROOT = "/api/v1/autotask";
}
