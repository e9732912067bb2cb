package app.ascent.migration;

import app.ascent.identity.UserId;
import app.ascent.migration.spi.MigrationId;
import app.ascent.migration.spi.Source;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One migration; without a run its status is {@code CREATED}. */
public record MigrationView(
        MigrationId id, Source source, RunStatus status, Instant createdAt, UserId createdBy, @Nullable RunView run) {}
