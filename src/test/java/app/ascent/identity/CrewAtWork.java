package app.ascent.identity;

import static org.assertj.core.api.Assertions.assertThat;

import app.ascent.TickingClock;
import app.ascent.web.VisitedApplication;
import app.ascent.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization of its own for each test, whose people sign in while time passes as the test says. */
@VisitedApplication
abstract class CrewAtWork {

    protected final JdbcClient jdbc;
    protected final TickingClock clock;
    protected final int port;

    protected Crew crew;

    CrewAtWork(JdbcClient jdbc, TickingClock clock, int port) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    final void hire() {
        crew = Crew.of(jdbc, "Fjordlight IT");
    }

    @AfterEach
    final void setTheClock() {
        clock.reset();
    }

    protected final Visitor signedIn(Role role) {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(crew.as(role).email(), Crew.PASSWORD).location())
                .isEqualTo("/");
        return visitor;
    }
}
