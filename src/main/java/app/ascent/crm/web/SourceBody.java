package app.ascent.crm.web;

import app.ascent.crm.Provenance;
import org.jspecify.annotations.Nullable;

/** Where a record came from, for programs; ids of the source are 64 bits wide and therefore texts. */
record SourceBody(String system, long database, String id) {

    static @Nullable SourceBody of(@Nullable Provenance source) {
        return source == null
                ? null
                : new SourceBody(source.system(), source.database(), Long.toString(source.sourceId()));
    }
}
