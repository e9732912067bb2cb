package app.ascent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Starts, looks at what is asked for first, and ends, in order. That shows the JVM which classes a start needs: it puts them
 * into its AOT cache, from which later starts take them (docs/operations.md).
 */
@Component
@Profile("training")
class TrainingRun {

    private static final Logger log = LoggerFactory.getLogger(TrainingRun.class);

    private final ApplicationContext application;
    private final Environment environment;

    TrainingRun(ApplicationContext application, Environment environment) {
        this.application = application;
        this.environment = environment;
    }

    @EventListener
    void ready(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return;
        }
        RestClient visitor =
                RestClient.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
        for (String page : new String[] {"/actuator/health/readiness", "/login", "/setup"}) {
            visitor.get()
                    .uri(page)
                    .retrieve()
                    .onStatus(_ -> true, (_, _) -> {}) // whatever the answer is, it was made
                    .toBodilessEntity();
        }
        log.info("The training run is over");
        SpringApplication.exit(application);
    }
}
