package app.ascent.web;

import app.ascent.AscentTest;
import app.ascent.TickingClock;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A test of the whole application by HTTP, with a clock to move and with handlers that fail; shared, so that the
 * application starts once for all of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AscentTest
@Import(VisitedApplication.Additions.class)
public @interface VisitedApplication {

    /** What the tests add to the application. */
    @TestConfiguration(proxyBeanMethods = false)
    @Import({
        BrokenApi.class,
        BrokenPage.class,
        EndlessApi.class,
        EndlessPage.class,
        OvertakenApi.class,
        OvertakenPage.class
    })
    class Additions {

        @Bean
        @Primary
        TickingClock tickingClock() {
            return new TickingClock();
        }
    }

    /** Fails with words that nobody may read. */
    @RestController
    @PreAuthorize("isAuthenticated()")
    class BrokenApi {

        @GetMapping("/api/v1/broken")
        String fail() {
            throw new IllegalStateException("the inner workings");
        }
    }

    /** The same, for people. */
    @Controller
    @PreAuthorize("isAuthenticated()")
    class BrokenPage {

        @GetMapping("/broken")
        String fail() {
            throw new IllegalStateException("the inner workings");
        }
    }

    /** Asks the database for something that it would work on for minutes. */
    @RestController
    @PreAuthorize("isAuthenticated()")
    class EndlessApi {

        static final String QUESTION = "select 1 from pg_sleep(120)";

        private final JdbcClient jdbc;

        EndlessApi(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/api/v1/endless")
        List<Integer> ask() {
            return jdbc.sql(QUESTION).query(Integer.class).list();
        }
    }

    /** The same, for people. */
    @Controller
    @PreAuthorize("isAuthenticated()")
    class EndlessPage {

        private final JdbcClient jdbc;

        EndlessPage(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/endless")
        String ask() {
            jdbc.sql(EndlessApi.QUESTION).query(Integer.class).list();
            return "dashboard/dashboard";
        }
    }

    /** Is the one that PostgreSQL chooses among those who wait for one another. */
    @RestController
    @PreAuthorize("isAuthenticated()")
    class OvertakenApi {

        static final String CHOSEN = "do $$ begin raise exception 'deadlock detected' using errcode = '%s'; end $$";

        private final JdbcClient jdbc;

        OvertakenApi(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/api/v1/overtaken")
        String give(@RequestParam String state) {
            jdbc.sql(CHOSEN.formatted(state)).update();
            return "";
        }
    }

    /** The same, for people. */
    @Controller
    @PreAuthorize("isAuthenticated()")
    class OvertakenPage {

        private final JdbcClient jdbc;

        OvertakenPage(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/overtaken")
        String give() {
            jdbc.sql(OvertakenApi.CHOSEN.formatted("40P01")).update();
            return "dashboard/dashboard";
        }
    }
}
