package app.ascent.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether the built-in practice Autotask is on, and what it accepts. These are no secrets: its data are invented, and
 * pages show the three values.
 */
@ConfigurationProperties("ascent.sandbox")
public record PracticeTenant(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("practice@sandbox.example") String apiUser,
        @DefaultValue("practice-secret") String secret,
        @DefaultValue("PRACTICE-INTEGRATION-CODE27") String integrationCode) {}
