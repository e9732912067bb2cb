package app.ascent.web;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Says in the log when a part of this node's health has changed since it was last asked for. A probe is told one word, and
 * afterwards nobody could say which part it had been, and why.
 */
@Component
class HealthLog implements BeanPostProcessor {

    private static final Logger log = LoggerFactory.getLogger(HealthLog.class);

    private static final String SUFFIX = "HealthIndicator";

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof HealthIndicator part ? new Told(name.replace(SUFFIX, ""), part) : bean;
    }

    private static final class Told implements HealthIndicator {

        private final String name;
        private final HealthIndicator part;
        private final AtomicReference<@Nullable Status> latest = new AtomicReference<>();

        Told(String name, HealthIndicator part) {
            this.name = name;
            this.part = part;
        }

        @Override
        public @Nullable Health health() {
            Health health = part.health();
            if (health != null) {
                Status before = latest.getAndSet(health.getStatus());
                if (before == null || !before.equals(health.getStatus())) {
                    tell(health, before);
                }
            }
            return health;
        }

        private void tell(Health health, @Nullable Status before) {
            if (!health.getStatus().equals(Status.UP)) {
                log.warn("Health: {} is {}, {}", name, health.getStatus(), health.getDetails());
            } else if (before != null) {
                log.info("Health: {} is UP again, it was {}", name, before);
            }
        }
    }
}
