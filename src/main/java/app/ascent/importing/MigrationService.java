package app.ascent.importing;

import app.ascent.autotask.ConnectionReport;
import app.ascent.autotask.Credentials;
import app.ascent.migration.MigrationView;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.MigrationId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/**
 * The Autotask migration as pages and API drive it. Everything happens for the signed-in Owner and within their
 * organization; what is asked of another organization's migration is {@code MigrationRefused.Unknown}.
 */
@Service
public class MigrationService {

    /** Tests credentials and stores nothing. */
    public ConnectionReport test(Credentials credentials) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /**
     * Tests credentials and creates the migration of their database.
     *
     * @throws ConnectionRefused when the test does not pass; nothing is stored then
     * @throws app.ascent.migration.MigrationRefused.AlreadyExists when there is one for that database
     */
    public MigrationId create(Credentials credentials) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    /** Tests and replaces credentials; they must lead to the same database. */
    public void replaceCredentials(MigrationId migration, Credentials credentials) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    public Page<MigrationView> list(Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** The migration with its zone, or empty when there is none in this organization. */
    public Optional<AutotaskMigration> find(MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public void start(MigrationId migration, @Nullable Conflicts conflicts) {
        throw new UnsupportedOperationException();
    }

    public void pause(MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public void cancel(MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    /** Removes staging, id map, logs and credentials; clients and contacts stay. */
    public void delete(MigrationId migration) {
        throw new UnsupportedOperationException();
    }
}
