package app.ascent.migration.spi;

/**
 * Brings the content that records of a type stand for. The engine asks for it between mapping and writing, outside of any
 * transaction, one record after the other from the newest to the oldest, and only for records that are new to Ascent; the
 * transaction that writes a record and moves the checkpoint then names it. What is fetched and never named is for whoever keeps it
 * to remove. A type that has it says in {@link EntityMigration#counting} how many bytes each record stands for.
 */
public interface ContentTransfer<S, T> {

    /** What came of one. */
    sealed interface Outcome<T> {

        record Fetched<T>(Content content) implements Outcome<T> {}

        /** The record stands for nothing but its fields. */
        record Nothing<T>() implements Outcome<T> {}

        /** The record is not written, and what becomes of it instead. */
        record Refused<T>(Mapped<T> why) implements Outcome<T> {}
    }

    /**
     * Fetches it and keeps it; doing so twice keeps the same.
     *
     * @throws SourceFailure where it is not this record's fault, so that the run waits or ends
     */
    Outcome<T> fetch(RunContext run, S source, T target) throws InterruptedException;

    /** Where people are told of a record that does not come for the want of its content. Pure. */
    Beside beside(T target);

    /** What becomes of a record whose content nobody has, in a run that asks the source nothing. Pure. */
    Mapped<T> withoutSource();
}
