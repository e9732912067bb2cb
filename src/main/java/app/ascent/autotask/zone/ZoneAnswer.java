package app.ascent.autotask.zone;

import app.ascent.autotask.client.Addresses;
import app.ascent.autotask.client.AutotaskFailure.Unavailable;
import app.ascent.autotask.client.AutotaskFailure.UnexpectedAnswer;
import app.ascent.autotask.client.Body;
import app.ascent.autotask.client.Loose;
import app.ascent.autotask.client.Walk;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What Autotask says about where a user lives, each part read when it is needed: one that is missing is told by name. */
final class ZoneAnswer {

    /** No address or name is longer. */
    private static final int LONGEST = 1_000;

    private final Map<String, String> said;

    private ZoneAnswer(Map<String, String> said) {
        this.said = said;
    }

    /** @throws Unavailable for HTML, or half an answer: the service is down, not the user unknown */
    static ZoneAnswer read(Body body) {
        try (Walk walk = Walk.of(body)) {
            if (walk.atObject()) {
                return new ZoneAnswer(walk.values(_ -> {}));
            }
        } catch (JacksonException | IOException e) {
            // Not given as the cause: a parser's message may quote what it stumbled over.
            throw notWhole();
        }
        throw notWhole();
    }

    private static Unavailable notWhole() {
        return new Unavailable(
                "Asked where this API user's database is, Autotask sent an answer that is not whole.", null);
    }

    String url() {
        String url = text("url");
        if (url == null) {
            throw missing("which zone to use");
        }
        return url;
    }

    String web() {
        String web = text("weburl");
        return web == null ? "" : web;
    }

    /** As Autotask calls the zone, or else its host. */
    String name(URI root) {
        String name = text("zonename");
        return name == null ? Addresses.host(root) : name;
    }

    /** The tenant's number. */
    long database() {
        Long number = numberOfDatabase();
        if (number == null) {
            throw missing("which database this user belongs to");
        }
        return number;
    }

    @Nullable
    Long numberOfDatabase() {
        Long number = Loose.number(said.get("ci"));
        return number == null || number < 1 ? null : number;
    }

    private @Nullable String text(String name) {
        String text = said.get(name);
        return text == null || text.isBlank() || text.length() > LONGEST ? null : text;
    }

    private static UnexpectedAnswer missing(String what) {
        return new UnexpectedAnswer("Autotask did not say " + what + ".", null);
    }
}
