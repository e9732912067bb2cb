package app.ascent.web;

import org.apache.catalina.core.StandardContext;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ascent leaves within five seconds, so what has been waited for once is not waited for again. */
@Configuration(proxyBeanMethods = false)
class StopConfiguration {

    /** Tomcat gives a request that outlasted the graceful stop two more seconds, with no database left to answer it from. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noSecondGrace() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context instanceof StandardContext standard) {
                standard.setUnloadDelay(0);
            }
        });
    }
}
