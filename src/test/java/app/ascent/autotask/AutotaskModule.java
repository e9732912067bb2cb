package app.ascent.autotask;

import app.ascent.autotask.client.AutotaskProperties;
import app.ascent.autotask.throttling.ThrottleProperties;
import app.ascent.vault.VaultModule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The beans of this module and of the vault, for tests that boot little else. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({AutotaskProperties.class, ThrottleProperties.class})
@Import(VaultModule.class)
public class AutotaskModule {
    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
