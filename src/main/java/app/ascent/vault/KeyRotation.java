package app.ascent.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings all stored secrets under the first key, at every start, so that the keys behind it can be taken away. The row of
 * {@link KeyCheck} follows last: whoever takes the old key away too early is refused a start, and loses nothing.
 */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private final ObjectProvider<SealedRows> rows;
    private final KeyCheck check;
    private final Secrets secrets;

    KeyRotation(ObjectProvider<SealedRows> rows, KeyCheck check, Secrets secrets) {
        this.rows = rows;
        this.check = check;
        this.secrets = secrets;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rotate() {
        int resealed = rows.stream().mapToInt(SealedRows::reseal).sum();
        check.moveToFirstKey();
        if (secrets.keys() > 1) {
            log.info(
                    "All stored secrets are under the first of {} encryption keys, {} of them since this start; once every"
                            + " node says so, the other keys can be taken away",
                    secrets.keys(),
                    resealed);
        }
    }
}
