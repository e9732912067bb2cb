package app.ascent.sandbox.tenant;

/**
 * The records of one entity, by their place in the ascending order of ids. Those of which there may be a million are
 * computed, not held.
 */
interface Records {

    /** How many there are when nobody adds any. */
    long size();

    long idAt(long index);

    Row at(long index);

    /** What an edit by a person leaves in a record; each revision differs. */
    void edit(Row row, int revision);
}
