package app.ascent.autotask;

import app.ascent.PostgresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole module on PostgreSQL, impatient: it trusts this machine, waits for an answer for a second at most, and reads no
 * more than 64 kB of one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PostgresTest
@Import(AutotaskModule.class)
@TestPropertySource(
        properties = {
            "ascent.autotask.allow-loopback=true",
            "ascent.autotask.connect-timeout=1s",
            "ascent.autotask.read-timeout=1s",
            "ascent.autotask.retry-wait=5ms",
            "ascent.autotask.max-answer=64KB"
        })
@interface AutotaskTest {}
