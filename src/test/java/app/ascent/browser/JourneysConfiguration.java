package app.ascent.browser;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** One browser for all journeys, for it takes as long to start as a journey does; it ends with the application. */
@TestConfiguration(proxyBeanMethods = false)
public class JourneysConfiguration {

    /** Not before somebody asks for it: then there is a port, and a browser on this machine. */
    @Bean
    @Lazy
    Journeys journeys(@Value("${local.server.port}") int port) {
        return new Journeys(port);
    }
}
