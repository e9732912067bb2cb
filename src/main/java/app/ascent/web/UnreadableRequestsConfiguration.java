package app.ascent.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our answer to unreadable requests in the place of the server's own page. */
@Configuration(proxyBeanMethods = false)
class UnreadableRequestsConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ownAnswer() {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadableRequests.class.getName());
            }
        });
    }
}
