package app.ascent.database.embedded;

import app.ascent.database.contact.DatabaseWatch;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the embedded database when no other is named. The data source is made from the connection details and is therefore
 * closed before the server is stopped.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EmbeddedDatabaseProperty.NAME, havingValue = "true")
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(@Value("${ascent.data-dir}") Path dataDirectory) {
        return EmbeddedDatabase.start(dataDirectory);
    }

    @Bean(destroyMethod = "close")
    Supervisor supervisor(EmbeddedDatabase database, DatabaseWatch watch, ApplicationContext context) {
        return Supervisor.over(database, watch, context);
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedDatabase database) {
        return new JdbcConnectionDetails() {

            @Override
            public String getJdbcUrl() {
                return database.jdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return database.user();
            }

            @Override
            public @Nullable String getPassword() {
                return database.password();
            }
        };
    }
}
