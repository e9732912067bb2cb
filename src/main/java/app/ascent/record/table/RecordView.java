package app.ascent.record.table;

import app.ascent.record.field.Entered;

/** A record as people see it, of whatever kind. */
public interface RecordView<I, F extends Record> {

    I id();

    F fields();

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
