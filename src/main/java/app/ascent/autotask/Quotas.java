package app.ascent.autotask;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What is known of the hourly quota of an Autotask database, without asking Autotask. */
@Service
public class Quotas {

    /**
     * @param limit calls an hour the tenant may make
     * @param ours our calls in the last hour, over all nodes
     * @param others calls of other integrations at the last reading
     * @param stopsAt where Ascent stops
     */
    public record QuotaView(int limit, int windowMinutes, int ours, int others, int stopsAt, Instant readAt) {}

    public Optional<QuotaView> of(long database) {
        throw new UnsupportedOperationException();
    }
}
