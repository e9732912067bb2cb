package app.ascent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A journey in a browser: the only kind of test that may be skipped, and only on a machine that has none. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@EnabledIf(value = "app.ascent.Chromium#installed", disabledReason = "no Chromium on this machine")
public @interface EnabledIfChromium {}
