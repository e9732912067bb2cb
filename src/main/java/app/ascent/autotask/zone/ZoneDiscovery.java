package app.ascent.autotask.zone;

import app.ascent.autotask.client.Addresses;
import app.ascent.autotask.client.Answer;
import app.ascent.autotask.client.AutotaskFailure;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.AutotaskFailure.UnknownApiUser;
import app.ascent.autotask.client.AutotaskFailure.ZoneNotAllowed;
import app.ascent.autotask.client.AutotaskHttp;
import app.ascent.autotask.client.Calls;
import app.ascent.autotask.client.Diagnosis;
import app.ascent.autotask.client.Retries;
import app.ascent.autotask.client.Zone;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks Autotask where an API user lives. Only the user name is sent; an address that credentials may not go to is
 * refused here, before anyone holds it.
 */
@Component
public class ZoneDiscovery {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AutotaskHttp http;
    private final Retries retries;
    private final Calls calls;
    private final Addresses addresses;

    ZoneDiscovery(AutotaskHttp http, Retries retries, Calls calls, Addresses addresses) {
        this.http = http;
        this.retries = retries;
        this.calls = calls;
        this.addresses = addresses;
    }

    public Zone find(String apiUser) throws InterruptedException {
        URI question = UriComponentsBuilder.fromUri(addresses.discovery())
                .queryParam("user", "{user}")
                .encode()
                .buildAndExpand(apiUser)
                .toUri();
        return retries.run(() -> zone(calls.recorded("ZoneInformation", () -> http.get(question, null))));
    }

    private Zone zone(Answer answer) {
        JsonNode body = json(answer.body().text());
        if ((answer.status() == 500 || answer.status() == 200)
                && body != null
                && !body.path("errors").isEmpty()) {
            return unknownUnlessBusy(answer);
        }
        AutotaskFailure failure = Diagnosis.of(answer);
        if (failure != null) {
            throw failure;
        }
        if (body == null) {
            throw new Unavailable("Autotask did not say which zone to use.", null);
        }
        return zone(body);
    }

    /** A 500 that carries errors is the documented answer for a user name nobody has; a limit would say so. */
    private static Zone unknownUnlessBusy(Answer answer) {
        AutotaskFailure failure = Diagnosis.of(answer);
        throw failure instanceof AutotaskFailure.ThresholdReached ? failure : new UnknownApiUser();
    }

    private Zone zone(JsonNode body) {
        URI root = trusted(text(body, "url"));
        JsonNode database = body.path("ci");
        if (!database.isIntegralNumber()) {
            throw new UnexpectedAnswer("Autotask did not say which database this user belongs to.", null);
        }
        String name = body.path("zoneName").asString("");
        return new Zone(name, api(root), web(body.path("webUrl").asString(""), root), database.asLong());
    }

    private URI trusted(String url) {
        URI address = uri(url);
        if (address == null || !addresses.trusted(address)) {
            throw new ZoneNotAllowed(address == null ? "an address that cannot be read" : Addresses.host(address));
        }
        return address;
    }

    /** Live answers end in a slash and some do not; two slashes in a row are not found by every zone. */
    private static URI api(URI root) {
        String path = root.getRawPath().replaceAll("/+", "/").replaceAll("/$", "");
        String versioned = path.toLowerCase(java.util.Locale.ROOT).endsWith("/v1.0") ? path : path + "/V1.0";
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

    private static String text(JsonNode body, String name) {
        String text = body.path(name).asString("");
        if (text.isBlank()) {
            throw new UnexpectedAnswer("Autotask did not say which zone to use.", null);
        }
        return text.strip();
    }

    private static @Nullable JsonNode json(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            return root.isObject() ? root : null;
        } catch (JacksonException e) {
            return null; // HTML or nothing: the service is down, not the user unknown
        }
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
