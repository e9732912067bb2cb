package app.ascent.migration;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Scope;
import app.ascent.migration.spi.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One migration; without a run its status is {@code CREATED}.
 *
 * @param scope what the next run takes; the latest one may have begun with another
 */
public record MigrationView(
        MigrationId id,
        Source source,
        RunStatus status,
        Instant createdAt,
        UserId createdBy,
        Scope scope,
        @Nullable RunView run) {}
