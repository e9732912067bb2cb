package app.ascent.autotask;

import app.ascent.autotask.throttling.Throttle;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Service;

/** What is known of the hourly quota of an Autotask database, without asking Autotask. */
@Service
public class Quotas {

    private final Throttle throttle;

    Quotas(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * @param limit calls an hour the tenant may make
     * @param ours our calls in the last hour, over all nodes
     * @param others calls of other integrations at the last reading
     * @param stopsAt where Ascent stops
     */
    public record QuotaView(int limit, int windowMinutes, int ours, int others, int stopsAt, Instant readAt) {}

    /** The calls that are left to us now where the fewest are, of all databases that were asked in the last hour. */
    public OptionalInt fewestLeft() {
        return throttle.inUse().stream()
                .flatMap(database -> throttle.budget(database).stream())
                .mapToInt(budget -> Math.max(0, budget.stopsAt() - budget.ours() - budget.others()))
                .min();
    }

    public Optional<QuotaView> of(long database) {
        return throttle.budget(database)
                .map(budget -> new QuotaView(
                        budget.limit(),
                        budget.windowMinutes(),
                        budget.ours(),
                        budget.others(),
                        budget.stopsAt(),
                        budget.readAt()));
    }
}
