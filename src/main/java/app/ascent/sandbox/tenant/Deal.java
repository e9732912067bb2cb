package app.ascent.sandbox.tenant;

import java.util.Iterator;
import java.util.List;

/**
 * Deals out what is wrong with the records of a kind: each once, in its order, with ordinary records in between. The
 * last value stands for nothing wrong.
 */
final class Deal<Q> {

    private final int apart;
    private final Q nothing;
    private final Iterator<Q> left;
    private int asked;

    /** @param apart which record in so many is an odd one */
    Deal(int apart, Q[] quirks) {
        List<Q> all = List.of(quirks);
        this.apart = apart;
        this.nothing = all.getLast();
        this.left = all.iterator();
    }

    Q next() {
        return ++asked % apart == 0 && left.hasNext() ? left.next() : nothing;
    }
}
