import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One thing that goes wrong with Ascent's side while a run is under way.
 *
 * @param at how far the run is then: the share of the records that were pulled and loaded
 * @param delayMillis time from then to the blow, so that it does not always fall just behind a commit
 * @param onWorker whether it meets the node that executes the run, or any other
 * @param lastsMillis for what passes by itself
 * @param aim what it waits for from then on: a table that is being written, {@value #CALL} or
 *     {@value #CONTENT}; null for nothing
 */
record Blow(Kind kind, double at, int delayMillis, boolean onWorker, int lastsMillis, String aim) {

    /** A call that has just reached the tenant. */
    static final String CALL = "call";

    /** A call for what is in a file that has just reached the tenant. */
    static final String CONTENT = "content";

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

    private static final List<String> SIGHTS =
            Stream.concat(SlowStorage.TABLES.stream(), Stream.of(CALL, CONTENT)).toList();

    static List<Blow> some(int count, Set<Kind> kinds, SplittableRandom random) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Blow(
                        kind(kinds, random),
                        random.nextDouble(),
                        random.nextInt(120),
                        random.nextInt(4) > 0,
                        200 + random.nextInt(2_800),
                        null))
                .sorted(Comparator.comparingDouble(Blow::at))
                .toList();
    }

    /** What falls on a node that writes may wait for a write. */
    Blow aimed(List<String> aims, SplittableRandom random) {
        boolean chosen = !aims.isEmpty();
        boolean aimed = random.nextBoolean();
        String drawn = SIGHTS.get(random.nextInt(SIGHTS.size()));
        if (kind == Kind.DISK || !chosen && !(aimed && onWorker)) {
            return this;
        }
        return new Blow(
                kind,
                at,
                0,
                true,
                lastsMillis,
                chosen ? aims.get(random.nextInt(aims.size())) : drawn);
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
        String when = aim == null ? " +" + delayMillis + " ms" : " aimed at " + aim;
        return "%s%s at %.0f %%%s".formatted(kind, onWorker ? " on the worker" : "", 100 * at, when);
    }
}
