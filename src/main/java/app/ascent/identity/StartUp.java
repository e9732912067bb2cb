package app.ascent.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Creates the Owner that the settings name, and says in the log where to sign in or set up. */
@Component
class StartUp implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final String PASSWORD = "ascent.owner.password";

    /** What stands on the command line, behind the jar and before it. */
    private static final Set<String> ARGUMENTS = Set.of(
            CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    private final Setup setup;
    private final PasswordRules rules;
    private final OwnerProperties properties;
    private final ConfigurableEnvironment environment;

    StartUp(Setup setup, PasswordRules rules, OwnerProperties properties, ConfigurableEnvironment environment) {
        this.setup = setup;
        this.rules = rules;
        this.properties = properties;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String email = properties.email();
        String password = properties.password();
        if (email == null || email.isBlank() || password == null || password.isBlank() || !setup.isOpen()) {
            return;
        }
        if (isAnArgument(PASSWORD)) {
            LOG.warn(
                    "{} was given as an argument, which every user of this machine can read; it is not used."
                            + " Set ASCENT_OWNER_PASSWORD or write it to a file of settings, and choose another one",
                    PASSWORD);
            return;
        }
        FirstOwner owner = owner(email, password);
        if (!Emails.possible(Emails.normal(email))) {
            throw new IllegalStateException("ascent.owner.email is not an e-mail address");
        }
        // The password of the practice profile is printed for everybody to read; it guards nothing.
        if (!password.equals(environment.getProperty("ascent.practice.password"))) {
            rules.weakness(owner.password(), owner.holder()).ifPresent(StartUp::refuse);
        }
        setup.complete(owner);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayWhere() {
        String address = "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
        if (setup.isOpen()) {
            LOG.info(
                    "There is no user yet. Open {}/setup and enter the code {}",
                    address,
                    setup.code().printed());
        } else {
            LOG.info("Sign in at {}/login", address);
        }
    }

    private boolean isAnArgument(String name) {
        return environment.getPropertySources().stream()
                .filter(source -> ARGUMENTS.contains(source.getName()))
                .map(ConfigurationPropertySource::from)
                .anyMatch(source ->
                        source != null && source.getConfigurationProperty(ConfigurationPropertyName.of(name)) != null);
    }

    private static void refuse(Weakness weakness) {
        String reason =
                switch (weakness) {
                    case TOO_SHORT -> "has fewer than " + PasswordRules.MINIMUM_LENGTH + " characters";
                    case TOO_LONG -> "has more than " + PasswordRules.MAXIMUM_LENGTH + " characters";
                    case COMMON -> "is one of the most common passwords";
                    case REPEATED -> "repeats itself";
                    case SEQUENCE -> "follows the keyboard or the alphabet";
                    case UNCHANGED -> "is the present one";
                    case PERSONAL -> "is made of the address, the name or the organization of the Owner";
                };
        throw new IllegalStateException("ascent.owner.password " + reason + "; choose another one");
    }

    private FirstOwner owner(String email, String password) {
        String normal = Emails.normal(email);
        int at = normal.indexOf('@');
        return new FirstOwner(
                said(properties.organization(), normal.substring(at + 1)),
                null,
                said(properties.name(), normal.substring(0, Math.max(at, 0))),
                email,
                new Password(password));
    }

    private static String said(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }
}
