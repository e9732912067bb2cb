package app.ascent.sandbox.faults;

import app.ascent.sandbox.SandboxComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Decides, call by call, whether the practice tenant misbehaves. Reached by properties and tests, never over HTTP. */
@SandboxComponent
public class Faults {

    private FaultPlan plan;
    private int[] matching;
    private long calls;
    private int apiCalls;
    private boolean moved;
    private List<Change> pending;

    Faults(FaultPlan plan) {
        this.plan = plan;
        this.matching = new int[plan.rules().size()];
        this.pending = new ArrayList<>(plan.changes());
    }

    /** Misbehaves by another plan from now on; counts begin anew. */
    public synchronized void use(FaultPlan next) {
        plan = next;
        matching = new int[next.rules().size()];
        pending = new ArrayList<>(next.changes());
        calls = 0;
        apiCalls = 0;
        moved = false;
    }

    public void use(Map<String, ?> properties) {
        use(FaultPlan.of(properties));
    }

    public synchronized FaultPlan plan() {
        return plan;
    }

    public boolean has(Variant variant) {
        return plan().variants().contains(variant);
    }

    /** What the API user may read of an entity: 1 all, 2 a part, 0 nothing. */
    public int access(String entity) {
        return plan().access().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(entity))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElse(1);
    }

    /** The fault of the next call; every call must ask once. */
    public synchronized Optional<FaultKind> next(String path) {
        calls++;
        Optional<FaultKind> fault = Optional.empty();
        for (int i = 0; i < matching.length; i++) {
            FaultRule rule = plan.rules().get(i);
            if (rule.concerns(path) && rule.hits(++matching[i]) && fault.isEmpty()) {
                fault = Optional.of(rule.kind());
            }
        }
        return fault.or(this::byChance);
    }

    private Optional<FaultKind> byChance() {
        if (plan.rate() <= 0 || plan.kinds().isEmpty()) {
            return Optional.empty();
        }
        var dice = new SplittableRandom(plan.seed() * 1_000_003 + calls);
        return dice.nextDouble() < plan.rate()
                ? Optional.of(plan.kinds().get(dice.nextInt(plan.kinds().size())))
                : Optional.empty();
    }

    /** Counts a call of the tenant's API; the tenant moves when enough were made. */
    public synchronized void countApiCall() {
        if (plan.movesAfter() >= 0 && apiCalls++ >= plan.movesAfter()) {
            moved = true;
        }
    }

    /** Whether the tenant lives in its second zone. */
    public synchronized boolean moved() {
        return moved;
    }

    /** The changes that happen before a page behind {@code cursor} is read; each is handed out once. */
    public synchronized List<Change> dueChanges(String entity, long cursor) {
        List<Change> due = pending.stream()
                .filter(change -> change.entity().equalsIgnoreCase(entity) && cursor >= change.at())
                .toList();
        pending.removeAll(due);
        return due;
    }
}
