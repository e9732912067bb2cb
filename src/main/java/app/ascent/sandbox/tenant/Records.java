package app.ascent.sandbox.tenant;

/**
 * The records of one entity, by their place in the ascending order of ids. They are computed, not held, so that a
 * million of them costs nothing.
 */
interface Records {

    Schema schema();

    /** How many there are when nobody adds any. */
    long size();

    long idAt(long index);

    Row at(long index);

    /** What an edit by a person leaves in a record; each revision differs. */
    void edit(Row row, int revision);
}
