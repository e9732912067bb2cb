package app.ascent.migration;

import app.ascent.identity.OrganizationId;
import app.ascent.identity.UserId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/**
 * One source database that an organization imports from; its runs share an id map. One that is being removed is there for
 * {@link Removal} alone.
 */
@Entity
@SQLRestriction("removed_at is null")
@Table(name = "migration_migration")
class Migration {

    @Id
    private UUID id;

    private UUID organizationId;
    private String sourceSystem;
    private long sourceDatabase;
    private UUID connection;
    private Instant createdAt;
    private UUID createdBy;

    @SuppressWarnings("UnusedVariable") // the restriction above reads it
    private @Nullable Instant removedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Migration() {}

    Migration(MigrationId id, OrganizationId organization, Source source, UserId by, Instant at) {
        this.id = id.value();
        this.organizationId = organization.value();
        this.sourceSystem = source.system();
        this.sourceDatabase = source.database();
        this.connection = source.connection();
        this.createdAt = at;
        this.createdBy = by.value();
    }

    /** Nobody sees it from now on, and nothing begins on it. */
    void remove(Instant at) {
        removedAt = at;
    }

    MigrationId id() {
        return new MigrationId(id);
    }

    OrganizationId organization() {
        return new OrganizationId(organizationId);
    }

    Source source() {
        return new Source(sourceSystem, sourceDatabase, connection);
    }

    Instant createdAt() {
        return createdAt;
    }

    UserId createdBy() {
        return new UserId(createdBy);
    }
}
