package app.ascent.importing;

import app.ascent.identity.UserId;
import app.ascent.record.field.Field;
import app.ascent.record.field.Ids;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of fields as texts, in which ids of Ascent stand for records and people; a text about people may name several. */
final class NamedIds {

    private static final String BETWEEN = ", ";

    private NamedIds() {}

    static Stream<Object> in(Field field, @Nullable String value) {
        return value == null
                ? Stream.empty()
                : parts(field, value).map(part -> id(field, part)).filter(Objects::nonNull);
    }

    /** @param names by id; what has none stays as it is */
    static @Nullable String named(Field field, @Nullable String value, Map<Object, String> names) {
        return value == null
                ? null
                : parts(field, value).map(part -> partNamed(field, part, names)).collect(Collectors.joining(BETWEEN));
    }

    private static String partNamed(Field field, String part, Map<Object, String> names) {
        Object id = id(field, part);
        return id == null ? part : names.getOrDefault(id, part);
    }

    private static Stream<String> parts(Field field, String value) {
        return field.holdsPeople() ? Stream.of(value.split(BETWEEN, -1)) : Stream.of(value);
    }

    private static @Nullable Object id(Field field, String part) {
        if (field.holdsPeople()) {
            return Ids.parsed(UserId.class, part);
        }
        return field.isReference() ? Ids.parsed(field.type(), part) : null;
    }
}
