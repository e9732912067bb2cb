package app.ascent.journey.people;

import app.ascent.identity.UserId;
import app.ascent.importing.WhoIsWho.Choice;
import app.ascent.importing.people.PersonChoice.Target;
import app.ascent.migration.MigrationRefused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The people of a form, each with what it says and what stood there. Only what differs is a choice: whoever saves a page has not
 * chosen all that Ascent proposes on it.
 */
public final class ChosenPeople {

    private static final String USER = Target.USER.name() + ":";

    private ChosenPeople() {}

    /** What the form says of each, by resource. */
    static Map<String, String> entered(MultiValueMap<String, String> form) {
        Map<String, String> entered = new LinkedHashMap<>();
        for (String id : form.getOrDefault("person", List.of())) {
            String target = form.getFirst("who-" + id);
            String user = form.getFirst("user-" + id);
            if (target != null) {
                entered.put(id, Target.USER.name().equals(target) ? USER + (user == null ? "" : user) : target);
            }
        }
        String use = form.getFirst("use");
        if (use != null && entered.containsKey(use)) {
            entered.put(use, USER + form.getFirst("suggested-" + use));
        }
        return entered;
    }

    /** What differs from what stood there. */
    public static List<Choice> of(MultiValueMap<String, String> form) {
        List<Choice> choices = new ArrayList<>();
        entered(form).forEach((id, token) -> {
            if (!token.equals(form.getFirst("was-" + id))) {
                choices.add(choice(id, token));
            }
        });
        return choices;
    }

    private static Choice choice(String id, String token) {
        try {
            String user = user(token);
            return new Choice(
                    Long.parseLong(id),
                    token.startsWith(USER) ? Target.USER : Target.valueOf(token),
                    user.isEmpty() ? null : new UserId(UUID.fromString(user)));
        } catch (IllegalArgumentException e) {
            throw new MigrationRefused.UnknownValue();
        }
    }

    static String token(Target target, @Nullable UserId user) {
        return target == Target.USER ? USER + user : target.name();
    }

    /** The user that a token names; empty where it names none. */
    static String user(String token) {
        return token.startsWith(USER) ? token.substring(USER.length()) : "";
    }
}
