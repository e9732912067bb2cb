package app.ascent.record.table;

import app.ascent.record.field.Entered;

/** A record as people see it, of whatever kind. */
public interface RecordView {

    /** What it is called. */
    String name();

    /** As its form holds it, with its version. */
    Entered entered();

    /** The last part of its address. */
    String address();
}
