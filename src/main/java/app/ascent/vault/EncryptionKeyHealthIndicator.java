package app.ascent.vault;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Whether this node still has the key that the database is written with. It had it when it started, but another node may
 * have rotated to a key that this one was never given; then it could not use any stored credentials.
 */
@Component("encryptionKeyHealthIndicator")
class EncryptionKeyHealthIndicator extends AbstractHealthIndicator {

    private final KeyCheck check;
    private final Secrets secrets;

    EncryptionKeyHealthIndicator(KeyCheck check, Secrets secrets) {
        super("The row that tells the encryption key could not be read");
        this.check = check;
        this.secrets = secrets;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("keys", secrets.keys());
        switch (check.look()) {
            case UNDER_FIRST_KEY -> health.up();
            case UNDER_ANOTHER_KEY -> health.up().withDetail("rotation", "under way");
            case SEALED ->
                health.down().withDetail("reason", "The database is written with a key this node does not have.");
        }
    }
}
