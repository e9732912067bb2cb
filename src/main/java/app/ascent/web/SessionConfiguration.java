package app.ascent.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;

/** How sessions are kept: their cookies, and their rows in the database, which outlives the release that wrote them. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(SessionConfiguration.class);

    /**
     * A value that this release cannot read any more counts as absent, so that its owner signs in again; otherwise every
     * page would fail for whoever had a session during the update. The name is Spring Session's.
     */
    @Bean("springSessionConversionService")
    @SuppressWarnings(
            "NullAway") // Spring Session takes null for an absent attribute; the converter's type cannot say so
    ConversionService sessionValues() {
        GenericConversionService conversion = new GenericConversionService();
        DeserializingConverter reading = new DeserializingConverter(getClass().getClassLoader());
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, bytes -> readable(reading, bytes));
        return conversion;
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new BrowserCookies();
    }

    /** Two requests of one browser may write the same attribute at once; the later one wins, where it would else fail. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterAttributeWins() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static @Nullable Object readable(DeserializingConverter reading, byte[] bytes) {
        try {
            return reading.convert(bytes);
        } catch (SerializationFailedException unreadable) {
            LOG.info("A session holds a value that this release cannot read: {}", unreadable.toString());
            return null;
        }
    }
}
