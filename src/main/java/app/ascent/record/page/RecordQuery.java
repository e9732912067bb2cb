package app.ascent.record.page;

import java.util.List;

/**
 * What a list of records shows, and where else a search may find what it does not.
 *
 * @param <Q> the query itself
 */
public interface RecordQuery<Q extends RecordQuery<Q>> extends ListView {

    /** Whether anything but the usual view was asked for. */
    boolean filtered();

    /** The same search without filters, where it hides something, the likeliest first. */
    List<Wider<Q>> wider();

    /**
     * A view that hides less.
     *
     * @param words what it says of that, behind the name of the list: {@code elsewhere}
     * @param searched where the search is tried
     * @param shown where the list leads when something was found
     */
    record Wider<Q>(String words, Q searched, Q shown) {

        public static <Q> Wider<Q> of(Q anywhere) {
            return new Wider<>("elsewhere", anywhere, anywhere);
        }
    }
}
