package app.ascent.web;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ascent leaves within five seconds, so what has been waited for once is not waited for again. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    /** Milliseconds. Tomcat waits for a twentieth of it at a time, and takes no time at all for without end. */
    private static final long SHORTEST_GRACE = 20;

    /** Tomcat gives a request that outlasted the graceful stop two more seconds, with no database left to answer it from. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noSecondGrace() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context instanceof StandardContext standard) {
                standard.setUnloadDelay(SHORTEST_GRACE);
            }
        });
    }
}
