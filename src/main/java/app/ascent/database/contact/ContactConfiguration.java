package app.ascent.database.contact;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pools are made with the watch, so that nothing speaks to the database before it has. */
@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    DatabaseWatch databaseWatch(
            ObjectProvider<JdbcConnectionDetails> embedded, DataSourceProperties properties, Clock clock) {
        JdbcConnectionDetails details = embedded.getIfAvailable();
        return DatabaseWatch.begin(
                details == null
                        ? new DatabaseAddress(
                                properties.determineUrl(),
                                properties.determineUsername(),
                                properties.determinePassword())
                        : new DatabaseAddress(details.getJdbcUrl(), details.getUsername(), details.getPassword()),
                clock);
    }

    /** The name is that of Spring Boot's own, which would wait for the database. */
    @Bean
    DatabaseHealthIndicator dbHealthIndicator(DatabaseWatch watch) {
        return new DatabaseHealthIndicator(watch);
    }
}
