package app.ascent.record.page;

import app.ascent.record.PartSource;
import app.ascent.record.Provenance;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Where a record came from, for programs; ids of the source are 64 bits wide and therefore texts. */
public record SourceBody(
        String system, long database, String id, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String number) {

    public static SourceBody of(PartSource source) {
        return new SourceBody(source.system(), source.database(), source.id(), null);
    }

    public static @Nullable SourceBody of(@Nullable Provenance source) {
        return of(source, null);
    }

    /** @param number that the source gave to the record beside its id */
    public static @Nullable SourceBody of(@Nullable Provenance source, @Nullable String number) {
        return source == null
                ? null
                : new SourceBody(source.system(), source.database(), Long.toString(source.sourceId()), number);
    }
}
