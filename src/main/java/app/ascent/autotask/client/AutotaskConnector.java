package app.ascent.autotask.client;

import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import app.ascent.autotask.throttling.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Opens sessions. It sends nothing by itself. */
@Component
public class AutotaskConnector {

    private final AutotaskHttp http;
    private final Throttle throttle;
    private final Retries retries;
    private final Calls calls;
    private final Addresses addresses;
    private final Clock clock;

    AutotaskConnector(
            AutotaskHttp http, Throttle throttle, Retries retries, Calls calls, Addresses addresses, Clock clock) {
        this.http = http;
        this.throttle = throttle;
        this.retries = retries;
        this.calls = calls;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** The zone is looked at again, since it may have been stored under settings that trusted more. */
    public AutotaskSession connect(Zone zone, Login login, BiConsumer<String, Duration> listener) {
        if (!addresses.trusted(zone.api())) {
            throw new ZoneNotAllowed(Addresses.host(zone.api()));
        }
        Line line = new Line(throttle, retries, calls, clock, zone.database(), listener);
        return new AutotaskClient(http, throttle, line, zone, login);
    }
}
