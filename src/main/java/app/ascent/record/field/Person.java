package app.ascent.record.field;

import app.ascent.identity.UserId;
import app.ascent.text.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has to do with a record: a user, who has a name of their own, or whoever is known by name only. It lies in a
 * column, and is entered, as one line.
 *
 * @param name null for a user
 */
public record Person(@Nullable UserId userId, @Line(People.NAME) @Nullable String name) implements Lined {

    private static final String USER = "user:";
    private static final String NAME = "name:";

    public Person {
        name = userId == null ? Text.name(name) : null;
        if (userId == null && name == null) {
            throw new IllegalArgumentException("Nobody: neither a user nor a name");
        }
    }

    public static Person user(UserId id) {
        return new Person(id, null);
    }

    public static Person named(String name) {
        return new Person(null, name);
    }

    /** @throws IllegalArgumentException where nobody can be meant */
    public static Person of(String line) {
        if (line.startsWith(USER)) {
            return user(new UserId(UUID.fromString(line.substring(USER.length()))));
        }
        return named(line.startsWith(NAME) ? line.substring(NAME.length()) : line);
    }

    /** As {@code {"userId", "name"}}. */
    public static @Nullable String said(Map<String, ?> object) {
        Object user = object.get("userId");
        Object name = object.get("name");
        boolean one = List.of("userId", "name").containsAll(object.keySet())
                && (user == null || user instanceof String)
                && (name == null || name instanceof String)
                && (user != null || name != null);
        if (!one) {
            return null;
        }
        return user == null ? NAME + name : USER + user;
    }

    /** The name of a user is told by whoever knows it. */
    @Override
    public String words() {
        return name == null ? String.valueOf(userId) : name;
    }

    @Override
    public String line() {
        return userId == null ? NAME + name : USER + userId;
    }
}
