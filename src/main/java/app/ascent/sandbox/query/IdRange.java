package app.ascent.sandbox.query;

/** The ids a query can find, both ends included, as far as its outermost conditions tell. */
public record IdRange(long from, long to) {

    static final IdRange ALL = new IdRange(Long.MIN_VALUE + 1, Long.MAX_VALUE);

    IdRange and(IdRange other) {
        return new IdRange(Math.max(from, other.from), Math.min(to, other.to));
    }
}
