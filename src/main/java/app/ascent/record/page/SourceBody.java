package app.ascent.record.page;

import app.ascent.record.PartSource;
import app.ascent.record.Provenance;
import org.jspecify.annotations.Nullable;

/** Where a record came from, for programs; ids of the source are 64 bits wide and therefore texts. */
public record SourceBody(String system, long database, String id) {

    public static SourceBody of(PartSource source) {
        return new SourceBody(source.system(), source.database(), source.id());
    }

    public static @Nullable SourceBody of(@Nullable Provenance source) {
        return source == null
                ? null
                : new SourceBody(source.system(), source.database(), Long.toString(source.sourceId()));
    }
}
