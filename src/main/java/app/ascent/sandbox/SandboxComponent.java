package app.ascent.sandbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Marks a part of the practice tenant, which is there only where {@code ascent.sandbox.enabled} says so. */
@Documented
@Component
@ConditionalOnBooleanProperty("ascent.sandbox.enabled")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface SandboxComponent {}
