package app.ascent.crm;

import app.ascent.audit.Change;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an audit entry tells of a change, in the words of the pages: the fields that differ, before and now. */
final class Differences {

    private final List<Change> changes = new ArrayList<>();

    /**
     * Of two records of one type, field by field; a missing one had, or has, nothing.
     *
     * @param aside fields that mean nothing to people as they are stored
     */
    static <R extends Record> Differences between(
            Class<R> type, @Nullable R before, @Nullable R after, Set<String> aside) {
        Differences differences = new Differences();
        for (RecordComponent component : type.getRecordComponents()) {
            if (!aside.contains(component.getName())) {
                differences.and(FieldWords.of(component.getName()), value(component, before), value(component, after));
            }
        }
        return differences;
    }

    Differences and(String field, @Nullable Object before, @Nullable Object after) {
        String was = text(before);
        String is = text(after);
        if (!Objects.equals(was, is)) {
            changes.add(new Change(field, was, is));
        }
        return this;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Record row) {
        if (row == null) {
            return null;
        }
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read " + component, impossible);
        }
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
