package app.ascent.sandbox.tenant;

/**
 * How many records each of many owners has, by a pattern that repeats, so that it can be computed which record is whose
 * without holding any.
 */
final class Shares {

    private final int[] counts;
    private final int[] before;
    private final int[] owners;

    Shares(int... counts) {
        this.counts = counts.clone();
        this.before = new int[counts.length];
        int all = 0;
        for (int i = 0; i < counts.length; i++) {
            before[i] = all;
            all += counts[i];
        }
        this.owners = new int[all];
        for (int i = 0, next = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i]; j++) {
                owners[next++] = i;
            }
        }
    }

    /** How many the first so many owners have. */
    long total(long ofOwners) {
        return first(ofOwners);
    }

    int of(long owner) {
        return counts[(int) (owner % counts.length)];
    }

    /** The place of the first record of an owner, or of the next one's if it has none. */
    long first(long owner) {
        return owner / counts.length * owners.length + before[(int) (owner % counts.length)];
    }

    Span span(long owner) {
        return new Span(first(owner), first(owner + 1));
    }

    long owner(long place) {
        return place / owners.length * counts.length + owners[(int) (place % owners.length)];
    }
}
