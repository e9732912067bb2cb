import java.util.Locale;
import java.util.concurrent.Callable;

/** What was promised, what was measured, and whether all of it was kept. */
final class Promises {

    private static final long PATIENCE = 120_000_000_000L;

    /** Something that is promised; what never comes is not kept. */
    interface Trial {
        void run() throws Exception;
    }

    private final World world;
    private boolean kept = true;

    Promises(World world) {
        this.world = world;
    }

    void hold(Trial trial) throws Exception {
        try {
            trial.run();
        } catch (IllegalStateException e) {
            System.out.println("BROKEN " + e.getMessage());
            kept = false;
        }
    }

    boolean kept() {
        return kept;
    }

    void await(String what, Callable<Boolean> condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IllegalStateException("Waited in vain for " + what + ": " + world.state());
            }
            Thread.sleep(20);
        }
    }

    void promise(String what, double measured, double least, double most) {
        boolean keeps = measured >= least && measured <= most;
        kept &= keeps;
        System.out.printf(
                Locale.ROOT, "%-6s %7.1f (%s) %s%n", keeps ? "kept" : "BROKEN", measured, range(least, most), what);
    }

    private static String range(double least, double most) {
        return least == most ? "%.0f".formatted(most) : "%.0f to %.0f".formatted(least, most);
    }
}
