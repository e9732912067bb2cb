package app.ascent.record.table;

import app.ascent.record.Provenance;
import app.ascent.record.field.Entered;
import org.jspecify.annotations.Nullable;

/** A record as people see it, of whatever kind. */
public interface RecordView<I, F extends Record> {

    I id();

    F fields();

    /** Where it came from; null for one that was created in Ascent. */
    @Nullable
    Provenance source();

    long version();

    /** What it is called. */
    String name();

    /** As its form holds it, with its version. */
    Entered entered();

    /** The last part of its address. */
    default String address() {
        return id().toString();
    }
}
