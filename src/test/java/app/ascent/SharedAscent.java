package app.ascent;

import app.ascent.browser.JourneysConfiguration;
import app.ascent.conversation.Boats;
import app.ascent.importing.OwnerApi;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * The whole application with its practice tenant, as all journeys and imports of that tenant share it: it starts once for
 * all of them, so whoever needs another setting changes it for the length of a test, or starts one of its own. Each makes
 * an organization of its own, or begins anew by {@link PracticeTables}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AscentTest(
        properties = {
            "ascent.sandbox.enabled=true",
            // All of this within an hour would be more than a tenant lets pass.
            "ascent.sandbox.threshold=100000",
            "ascent.owner.email=" + OwnerApi.EMAIL,
            "ascent.owner.password=" + OwnerApi.PASSWORD,
            "db-scheduler.polling-interval=200ms",
            "ascent.autotask.read-timeout=5s",
            "ascent.autotask.retry-wait=20ms"
        })
@Import({Boats.class, JourneysConfiguration.class, PracticeTables.class})
public @interface SharedAscent {}
