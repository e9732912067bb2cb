package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.StagedRecord;
import org.jspecify.annotations.Nullable;

/** A staged record and what mapping made of it. */
record Read<T>(StagedRecord record, @Nullable String name, Mapped<T> mapped) {

    SourceId id() {
        return record.id();
    }
}
