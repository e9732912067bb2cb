package app.ascent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Has every logger say all it can during a test, and no longer: levels are the whole JVM's, so what a context's
 * properties set would stay for all tests behind it.
 */
public final class EverythingLogged implements BeforeEachCallback, AfterEachCallback {

    /** All but the server's own trace of the bytes on the wire. */
    private static final List<String> LOGGERS = List.of(
            "app.ascent",
            "org.springframework.web",
            "org.springframework.http",
            "org.springframework.security",
            "org.springframework.jdbc",
            "org.hibernate.orm.jdbc.bind",
            "jdk.httpclient",
            "io.github.resilience4j");

    private record Before(String logger, @Nullable LogLevel level) {}

    private final LoggingSystem logging = LoggingSystem.get(EverythingLogged.class.getClassLoader());
    private final Deque<Before> before = new ArrayDeque<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        LOGGERS.forEach(logger -> {
            before.push(new Before(logger, configured(logger)));
            logging.setLogLevel(logger, LogLevel.TRACE);
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        while (!before.isEmpty()) {
            Before one = before.pop();
            logging.setLogLevel(one.logger(), one.level());
        }
    }

    private @Nullable LogLevel configured(String logger) {
        LoggerConfiguration configuration = logging.getLoggerConfiguration(logger);
        if (configuration == null) {
            return null;
        }
        LoggerConfiguration.LevelConfiguration level =
                configuration.getLevelConfiguration(LoggerConfiguration.ConfigurationScope.DIRECT);
        return level == null ? null : level.getLevel();
    }
}
