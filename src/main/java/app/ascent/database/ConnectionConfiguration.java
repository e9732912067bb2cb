package app.ascent.database;

import app.ascent.database.contact.DatabaseWatch;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Divides what {@code spring.datasource} describes into a pool for each lane: {@code hikari.maximum-pool-size} is the number
 * of connections of the whole node.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSourceProperties.class, TimeLimits.class})
class ConnectionConfiguration {

    /** People and heartbeats wait for {@code hikari.connection-timeout}; runs take turns, and nobody waits for them. */
    private static final Duration WORK_WAITS = Duration.ofSeconds(30);

    @Bean(destroyMethod = "close")
    Connections dataSource(
            DataSourceProperties properties,
            ObjectProvider<JdbcConnectionDetails> embedded,
            Environment environment,
            TimeLimits limits,
            DatabaseWatch watch,
            Courtesy courtesy) {
        JdbcConnectionDetails details = embedded.getIfAvailable();
        return new Connections(watch, courtesy, lane -> {
            HikariDataSource pool = details == null
                    ? properties
                            .initializeDataSourceBuilder()
                            .type(HikariDataSource.class)
                            .build()
                    : new HikariDataSource();
            if (details != null) {
                pool.setJdbcUrl(details.getJdbcUrl());
                pool.setUsername(details.getUsername());
                pool.setPassword(details.getPassword());
            }
            Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
            watch.over(pool);
            return divided(pool, lane, limits);
        });
    }

    private static HikariDataSource divided(HikariDataSource pool, Lane lane, TimeLimits limits) {
        String name = lane.name().toLowerCase(Locale.ROOT);
        int size = Shares.of(pool.getMaximumPoolSize()).of(lane);
        pool.setPoolName(pool.getPoolName() + "-" + name);
        pool.setMaximumPoolSize(size);
        if (pool.getMinimumIdle() > size) {
            pool.setMinimumIdle(size);
        }
        pool.addDataSourceProperty(
                "ApplicationName",
                pool.getDataSourceProperties().getProperty("ApplicationName", "ascent") + "-" + name);
        if (lane == Lane.WORK) {
            pool.setConnectionTimeout(WORK_WAITS.toMillis());
        }
        if (lane == Lane.PEOPLE) {
            String init = pool.getConnectionInitSql();
            String limit = "set statement_timeout = " + limits.pageLimit().toMillis();
            pool.setConnectionInitSql(init == null ? limit : init + "; " + limit);
        }
        return pool;
    }

    /** As Spring Boot does it for a pool that is a bean. */
    @Bean
    MeterBinder poolMeters(DataSource dataSource) throws SQLException {
        Connections connections = dataSource.unwrap(Connections.class);
        return registry -> connections
                .pools()
                .forEach(pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
    }
}
