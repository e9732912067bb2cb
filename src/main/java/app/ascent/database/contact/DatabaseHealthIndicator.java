package app.ascent.database.contact;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Tells what the watch knows, so that a probe never waits for a database that does not answer. */
final class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final DatabaseWatch watch;

    DatabaseHealthIndicator(DatabaseWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        DatabaseWatch.Absence absence = watch.absence();
        health.withDetail("database", "PostgreSQL");
        if (absence == null) {
            health.up();
        } else {
            health.down()
                    .withDetail("reason", absence.reason())
                    .withDetail("since", absence.since().toString());
        }
    }
}
