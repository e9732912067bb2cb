package app.ascent.autotask.zone;

import app.ascent.autotask.client.Addresses;
import app.ascent.autotask.client.Answer;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.ThresholdReached;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownApiUser;
import app.ascent.autotask.client.AutotaskFailure.WrongAddress;
import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import app.ascent.autotask.client.AutotaskHttp;
import app.ascent.autotask.client.Calls;
import app.ascent.autotask.client.Diagnosis;
import app.ascent.autotask.client.Retries;
import app.ascent.autotask.client.Zone;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Asks Autotask where an API user lives. Only the user name is sent; an address that credentials may not go to is
 * refused here, before anyone holds it.
 */
@Component
public class ZoneDiscovery {

    private static final Logger log = LoggerFactory.getLogger(ZoneDiscovery.class);

    private final AutotaskHttp http;
    private final Retries retries;
    private final Calls calls;
    private final Addresses addresses;
    private final Clock clock;

    ZoneDiscovery(AutotaskHttp http, Retries retries, Calls calls, Addresses addresses, Clock clock) {
        this.http = http;
        this.retries = retries;
        this.calls = calls;
        this.addresses = addresses;
        this.clock = clock;
    }

    public Zone find(String apiUser) throws InterruptedException {
        return zone(ask(addresses.discovery(), apiUser));
    }

    /**
     * The zone at an address that a person entered, since Autotask names none, or a wrong one. Whoever may know it is asked
     * for the tenant's number all the same: first Autotask, then the server of that zone.
     *
     * @throws ZoneNotAllowed when credentials may not go there
     */
    public Zone at(String entered, String apiUser) throws InterruptedException {
        EnteredZone zone = EnteredZone.of(entered, addresses);
        ZoneAnswer answer = askedOrNull(addresses.discovery(), apiUser);
        if (answer == null || answer.numberOfDatabase() == null) {
            ZoneAnswer nearer = askedOrNull(zone.discovery(), apiUser);
            answer = nearer == null ? answer : nearer;
        }
        Long number = answer == null ? null : answer.numberOfDatabase();
        return new Zone(
                answer == null ? Addresses.host(zone.root()) : answer.name(zone.root()),
                api(zone.root()),
                web("", zone.root()),
                number == null ? StandInNumber.of(apiUser) : number,
                true);
    }

    /** Trouble that passes is not taken for an answer: the tenant must be known by the same number tomorrow. */
    private @Nullable ZoneAnswer askedOrNull(URI discovery, String apiUser) throws InterruptedException {
        try {
            return ask(discovery, apiUser);
        } catch (UnknownApiUser | UnexpectedAnswer unknown) {
            log.info("{} names no zone: {}", Addresses.host(discovery), unknown.getMessage());
            return null;
        }
    }

    private ZoneAnswer ask(URI discovery, String apiUser) throws InterruptedException {
        URI question = UriComponentsBuilder.fromUri(discovery)
                .queryParam("user", "{user}")
                .encode()
                .buildAndExpand(apiUser)
                .toUri();
        return retries.run(() -> understood(calls.recorded("ZoneInformation", () -> http.get(question, null))));
    }

    /** A 500 that carries errors is the documented answer for a user name nobody has; a limit would say so. */
    private ZoneAnswer understood(Answer answer) {
        List<String> errors = answer.errors();
        if (!errors.isEmpty() && (answer.status() == 500 || answer.status() == 200)) {
            AutotaskFailure failure = Diagnosis.ofErrorsInside(errors);
            throw failure instanceof ThresholdReached ? judged(answer, failure) : new UnknownApiUser();
        }
        AutotaskFailure failure = Diagnosis.of(answer);
        if (failure != null) {
            throw judged(answer, failure);
        }
        return ZoneAnswer.read(answer.body());
    }

    private AutotaskFailure judged(Answer answer, AutotaskFailure failure) {
        return switch (failure) {
            case ThresholdReached usual -> {
                Duration asked = answer.retryAfter(clock);
                yield asked == null ? usual : new ThresholdReached(asked);
            }
            case WrongAddress wrong ->
                new UnexpectedAnswer(
                        "Asked where this API user's database is, Autotask answered in a way that is not documented (%d)."
                                .formatted(wrong.status()),
                        null);
            default -> failure;
        };
    }

    private Zone zone(ZoneAnswer answer) {
        URI root = trusted(answer.url());
        return new Zone(answer.name(root), api(root), web(answer.web(), root), answer.database());
    }

    private URI trusted(String url) {
        URI address = uri(url.contains("://") ? url : "https://" + url);
        if (address == null || !addresses.trusted(address)) {
            throw new ZoneNotAllowed(address == null ? "an address that cannot be read" : Addresses.host(address));
        }
        return address;
    }

    /** Live answers end in a slash and some do not; two slashes in a row are not found by every zone. */
    private static URI api(URI root) {
        String path = root.getRawPath().replaceAll("/+", "/").replaceAll("/$", "");
        String versioned = path.toLowerCase(Locale.ROOT).endsWith("/v1.0") ? path : path + "/V1.0";
        return URI.create(root.getScheme() + "://" + root.getRawAuthority() + versioned);
    }

    /** Becomes a link on our pages, so it must be as trustworthy as the other address; if not, it is derived from that. */
    private URI web(String url, URI root) {
        URI address = uri(url.endsWith("/") ? url : url + "/");
        if (address != null && addresses.trusted(address)) {
            return address;
        }
        return URI.create(root.getScheme() + "://" + root.getRawAuthority().replaceFirst("^webservices", "ww") + "/");
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
