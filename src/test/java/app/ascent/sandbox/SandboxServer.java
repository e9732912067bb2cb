package app.ascent.sandbox;

import app.ascent.sandbox.faults.FaultPlan;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The practice tenant behind a real server, alone; bears no stereotype, so that no scan picks it up. */
@ComponentScan("app.ascent.sandbox")
@EnableConfigurationProperties({SandboxProperties.class, FaultPlan.class})
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class
})
class SandboxServer {

    @Bean
    SteppingClock clock() {
        return new SteppingClock();
    }
}
