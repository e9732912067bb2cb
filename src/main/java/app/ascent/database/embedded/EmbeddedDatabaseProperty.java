package app.ascent.database.embedded;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Answers {@code ascent.database.embedded} for every module that must know (the vault makes a key of its own only then):
 * the database is embedded exactly when nobody named another. Looked up late, because tests name theirs late.
 */
final class EmbeddedDatabaseProperty implements EnvironmentPostProcessor {

    static final String NAME = "ascent.database.embedded";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        BooleanSupplier embedded = () -> !environment.containsProperty("spring.datasource.url");
        environment.getPropertySources().addLast(new PropertySource<>("embedded-database", embedded) {

            @Override
            public @Nullable Object getProperty(String name) {
                return NAME.equals(name) ? source.getAsBoolean() : null;
            }
        });
    }
}
