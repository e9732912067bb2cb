package app.ascent.files;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the place where content lies can be used. Without it there is everything but files, so that nothing else waits for it. */
@Component("filesHealthIndicator")
class FilesHealthIndicator extends AbstractHealthIndicator {

    private final ContentStore store;

    FilesHealthIndicator(ContentStore store) {
        super("The store of files could not be asked");
        this.store = store;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        try {
            store.check();
            health.up();
        } catch (ContentsAway away) {
            health.down().withDetail("reason", String.valueOf(away.getMessage()));
        }
    }
}
