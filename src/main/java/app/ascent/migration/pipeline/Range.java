package app.ascent.migration.pipeline;

/** Staged records with an id above {@code after}, up to and with {@code upTo}. */
record Range(long after, long upTo) {

    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
}
