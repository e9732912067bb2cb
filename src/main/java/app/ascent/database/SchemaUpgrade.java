package app.ascent.database;

import app.ascent.database.contact.DatabaseUnusable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Brings the schema up to this Ascent, and refuses one that is ahead of it: an older jar would write into tables whose
 * meaning it does not know. By itself Flyway lets that pass, since it takes a version above its own for one to come.
 */
@Component
class SchemaUpgrade implements FlywayMigrationStrategy {

    /** Applied, and not in this jar; below its newest version, too, since parallel work lands out of order. */
    private static final Set<MigrationState> UNKNOWN = Set.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    @Override
    public void migrate(Flyway flyway) {
        try {
            refuseNewer(flyway.info().all());
            flyway.migrate();
        } catch (FlywayException e) {
            String sentence = sentence(e);
            if (sentence == null) {
                throw e;
            }
            throw new DatabaseUnusable(sentence, e);
        }
    }

    private static void refuseNewer(MigrationInfo[] migrations) {
        Arrays.stream(migrations)
                .filter(migration -> UNKNOWN.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .ifPresent(ahead -> {
                    throw new DatabaseUnusable(("This Ascent is older than its database, whose schema is of version %s,"
                                    + " and the newest it knows is %s; start the newer Ascent again, or restore the backup"
                                    + " from before the upgrade.")
                            .formatted(ahead, newest(migrations)));
                });
    }

    private static MigrationVersion newest(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> !UNKNOWN.contains(migration.getState()))
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    private static @Nullable String sentence(FlywayException failure) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database holds tables that are not Ascent's; name an empty one by spring.datasource.url"
                    + " (SPRING_DATASOURCE_URL).";
        }
        if (failure.getErrorCode() == CoreErrorCode.VALIDATE_ERROR) {
            return "The schema of the database is not as this Ascent made it; its history was changed by hand, or comes"
                    + " from a release that was never published: restore a backup.";
        }
        return null;
    }
}
