package app.ascent.autotask.client;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * What an operator learns of a call: a line in the log under the call's id, and figures by entity and status. Nothing of
 * the address or the body, which name the tenant and its customers.
 */
@Component
public final class Calls {

    /** Stands in the MDC, and so in every line of the log that a call gives rise to. */
    public static final String ID = "callId";

    /** In place of a status, when no answer came. */
    private static final String NONE = "none";

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final MeterRegistry meters;

    public Calls(MeterRegistry meters) {
        this.meters = meters;
    }

    /** One try, as far as the wire. */
    @FunctionalInterface
    public interface Exchange {
        Answer send() throws InterruptedException;
    }

    /** A read with all its tries, which share an id. */
    static <T> T named(Retries.Attempt<T> read) throws InterruptedException {
        try (MDC.MDCCloseable _ = MDC.putCloseable(
                ID, HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()))) {
            return read.run();
        }
    }

    /** Sends one try and keeps what became of it. */
    public Answer recorded(String entity, Exchange exchange) throws InterruptedException {
        long start = System.nanoTime();
        String status = NONE;
        try {
            Answer answer = exchange.send();
            status = Integer.toString(answer.status());
            return answer;
        } finally {
            record(entity, status, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void record(String entity, String status, Duration took) {
        Timer.builder("ascent.autotask.calls")
                .description("Calls to Autotask on this node, each try apart; status none means that no answer came")
                .tag("entity", entity)
                .tag("status", status)
                .register(meters)
                .record(took);
        log.atLevel(status.equals("200") ? Level.DEBUG : Level.INFO)
                .log("Autotask answered {} to a question about {} in {} ms", status, entity, took.toMillis());
    }

    /** How long a call waited for its turn, and whether it got one: granted, exhausted or paused. */
    void waited(String outcome, Duration waited) {
        Timer.builder("ascent.autotask.call.wait")
                .description("Time that calls waited on this node for a place, a token and room by the last reading")
                .tag("outcome", outcome)
                .register(meters)
                .record(waited);
    }
}
