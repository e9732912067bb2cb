package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Content;
import app.ascent.migration.spi.Counts;
import app.ascent.migration.spi.Lookup;
import app.ascent.migration.spi.Mapped;
import app.ascent.migration.spi.Measured;
import app.ascent.migration.spi.SourceId;
import app.ascent.migration.staging.StagedRecord;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A staged record and what mapping made of it.
 *
 * @param lookedUp rows it looked up, in tables of which that is counted
 * @param measures what it adds to some of these
 * @param counts what it counts for those who sum up what the source has; null where that is not known by now
 * @param content what was fetched for it, if that was due
 */
record Read<T>(
        StagedRecord record,
        @Nullable String name,
        Mapped<T> mapped,
        Set<Lookup.Key> lookedUp,
        List<Measured> measures,
        @Nullable Counts counts,
        @Nullable Content content) {

    Read(StagedRecord record, @Nullable String name, Mapped<T> mapped) {
        this(record, name, mapped, Set.of(), List.of(), null, null);
    }

    /** With what came for it. */
    Read<T> with(Content came) {
        return new Read<>(record, name, mapped, lookedUp, measures, counts, came);
    }

    /** With something else in place of what mapping made of it. */
    Read<T> as(Mapped<T> other) {
        return new Read<>(record, name, other, lookedUp, measures, counts, null);
    }

    SourceId id() {
        return record.id();
    }
}
