import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One thing that goes wrong with Ascent's side while a run is under way.
 *
 * @param at how far the run is then: the share of the records that were pulled and loaded
 * @param delayMillis time from then to the blow, so that it does not always fall just behind a commit
 * @param onWorker whether it meets the node that executes the run, or any other
 * @param lastsMillis for what passes by itself
 */
record Blow(Kind kind, double at, int delayMillis, boolean onWorker, int lastsMillis) {

    /** What goes wrong. */
    enum Kind {
        /** SIGKILL; the node is started again at once. */
        KILL(10),
        /** All nodes at once. */
        KILL_ALL(2),
        /** SIGSTOP until another node has finished the run, then SIGCONT. */
        FREEZE(3),
        /** SIGSTOP for a moment, then SIGCONT: nobody may have noticed, or somebody just has. */
        STUMBLE(3),
        /** Every other connection to the database is cut. */
        CUT(3),
        /** SIGKILL for the postmaster, which is started again. */
        DATABASE(2),
        /** The disk under clients, contacts and staging is full for a while. */
        DISK(2);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    static List<Blow> some(int count, Set<Kind> kinds, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Blow(
                        kind(kinds, random),
                        random.nextDouble(),
                        random.nextInt(120),
                        random.nextInt(4) > 0,
                        200 + random.nextInt(2_800)))
                .sorted(Comparator.comparingDouble(Blow::at))
                .toList();
    }

    private static Kind kind(Set<Kind> kinds, SplittableRandom random) {
        int sum = kinds.stream().mapToInt(kind -> kind.weight).sum();
        int drawn = random.nextInt(sum);
        for (Kind kind : kinds) {
            drawn -= kind.weight;
            if (drawn < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
    }

    @Override
    public String toString() {
        return "%s%s at %.0f %% +%d ms".formatted(kind, onWorker ? " on the worker" : "", 100 * at, delayMillis);
    }
}
