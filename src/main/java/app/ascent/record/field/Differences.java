package app.ascent.record.field;

import app.ascent.audit.Change;
import app.ascent.record.FieldWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an audit entry tells of a change, in the words of the pages: the fields that differ, before and now. */
public final class Differences {

    private final List<Change> changes = new ArrayList<>();

    public Differences and(String field, @Nullable Object before, @Nullable Object after) {
        String was = text(before);
        String is = text(after);
        if (!Objects.equals(was, is)) {
            changes.add(new Change(field, was, is));
        }
        return this;
    }

    public Differences and(Differences more) {
        changes.addAll(more.changes);
        return this;
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** No and an empty list are told like an empty field, so that a new record does not list all it is not. */
    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean yes -> yes ? "Yes" : null;
            case Enum<?> constant -> FieldWords.of(constant);
            case List<?> list when list.isEmpty() -> null;
            case List<?> list ->
                String.join(", ", list.stream().map(String::valueOf).toList());
            default -> value.toString();
        };
    }
}
