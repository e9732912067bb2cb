package app.ascent.migration;

import app.ascent.migration.spi.MigrationId;

/** Why the engine did not do what it was asked. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public abstract sealed class MigrationRefused extends RuntimeException {

    MigrationRefused(String message) {
        super(message);
    }

    /** There is no such migration in the organization. */
    public static final class Unknown extends MigrationRefused {
        public Unknown() {
            super("There is no such migration.");
        }
    }

    /** The migration has no run of that number. */
    public static final class UnknownRun extends MigrationRefused {
        public UnknownRun() {
            super("There is no such run.");
        }
    }

    /** Nobody can be called that: there is no such type, or it has no such part. */
    public static final class UnknownRecord extends MigrationRefused {
        public UnknownRecord(String message) {
            super(message);
        }
    }

    /** The organization already migrates this database. */
    public static final class AlreadyExists extends MigrationRefused {

        private final transient MigrationId existing;

        public AlreadyExists(MigrationId existing) {
            super("There is already a migration for this database.");
            this.existing = existing;
        }

        public MigrationId existing() {
            return existing;
        }
    }

    /** What was asked does not go with the run's status. */
    public static final class NotInThisState extends MigrationRefused {

        private final RunStatus status;

        public NotInThisState(RunStatus status, String message) {
            super(message);
            this.status = status;
        }

        public RunStatus status() {
            return status;
        }
    }

    /** No record was left out that a retry could help. */
    public static final class NothingToRetry extends MigrationRefused {
        public NothingToRetry(String message) {
            super(message);
        }
    }

    /** There is no such picklist value, or it cannot become that. */
    public static final class UnknownValue extends MigrationRefused {
        public UnknownValue() {
            super("There is no such value, or it cannot become that.");
        }
    }
}
