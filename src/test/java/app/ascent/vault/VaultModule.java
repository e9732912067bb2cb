package app.ascent.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** The beans of the vault, for tests that boot little else. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(VaultProperties.class)
public class VaultModule {}
