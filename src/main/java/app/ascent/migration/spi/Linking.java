package app.ascent.migration.spi;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine offers to the step after the last batch; all of it runs in one transaction. */
public interface Linking {

    /**
     * A reference that could not be resolved while its record was loaded.
     *
     * @param to what it points to now, or null when the source no longer names anything
     * @param resolution what became of that record, or null with {@code to}
     * @param lastWritten what the import last wrote there
     * @param readAt when the source last sent the record
     */
    record Link(
            SourceId record,
            TargetId target,
            @Nullable SourceRef to,
            References.@Nullable Resolution resolution,
            @Nullable TargetId lastWritten,
            Instant readAt) {}

    /** Every loaded record of this run that has, or had, a reference in that field, in batches. */
    void each(String field, Consumer<List<Link>> batch);

    /** Remembers what was written to the field, so that a person's edit can be told from ours. */
    void written(String field, SourceId record, @Nullable TargetId target);

    /** Adds a remark to a loaded record; earlier remarks of this step were removed before it began. */
    void report(SourceId record, Finding finding);
}
