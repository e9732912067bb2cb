package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.Conflicts;
import app.ascent.migration.spi.Dictionary;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.RunId;
import app.ascent.migration.spi.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** The door of the engine. Everything it answers is read from the database, so any node can answer. */
@Service
public class Migrations {

    /** @throws MigrationRefused.AlreadyExists when the organization already migrates that database */
    public MigrationId create(OrganizationId organization, UserId by, Source source) {
        throw new UnsupportedOperationException();
    }

    public Optional<MigrationView> find(OrganizationId organization, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public Page<MigrationView> list(OrganizationId organization, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** Begins a run, continues a stopped one, or tries a waiting one again now. */
    public void start(OrganizationId organization, UserId by, MigrationId migration, Conflicts conflicts) {
        throw new UnsupportedOperationException();
    }

    public void pause(OrganizationId organization, UserId by, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    public void cancel(OrganizationId organization, UserId by, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    /** Removes staging, id map, findings, decisions and runs; refused while a run is active. */
    public void delete(OrganizationId organization, MigrationId migration) {
        throw new UnsupportedOperationException();
    }

    /** All runs, the latest first. */
    public Page<RunView> runs(OrganizationId organization, MigrationId migration, Pageable page) {
        throw new UnsupportedOperationException();
    }

    public Optional<RunView> run(OrganizationId organization, MigrationId migration, RunId run) {
        throw new UnsupportedOperationException();
    }

    /** Refreshes what is known of picklist values, so that the Owner sees them before the first run. */
    public void learn(OrganizationId organization, MigrationId migration, Dictionary dictionary) {
        throw new UnsupportedOperationException();
    }

    /** Counts a call to the source that was made for a run; outside any transaction of the worker. */
    public void countCall(RunId run, Duration took) {
        throw new UnsupportedOperationException();
    }

    /** The entity types the engine knows, in loading order. */
    public List<String> entities() {
        throw new UnsupportedOperationException();
    }
}
