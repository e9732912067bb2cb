package app.ascent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever tries Ascent out how to get in, as the last thing that is printed. */
@Component
@Profile("practice")
class PracticeNotice {

    private static final Logger log = LoggerFactory.getLogger(PracticeNotice.class);

    private final Environment environment;
    private final String email;
    private final boolean everyoneKnows;
    private final String password;

    PracticeNotice(
            Environment environment,
            @Value("${ascent.owner.email}") String email,
            @Value("${ascent.owner.password}") String chosen,
            @Value("${ascent.practice.password}") String password) {
        this.environment = environment;
        this.email = email;
        this.everyoneKnows = chosen.equals(password);
        this.password = password;
    }

    /** Traffic is accepted after everybody has heard that the application is ready. */
    @EventListener
    void greet(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        log.info(
                """

                -----------------------------------------------------------------
                  Ascent is ready, to practise with:  http://localhost:{}
                  E-mail    {}
                  Password  {}
                -----------------------------------------------------------------""",
                environment.getProperty("local.server.port"),
                email,
                everyoneKnows ? password + "  (unless you have changed it)" : "the one you set");
    }
}
