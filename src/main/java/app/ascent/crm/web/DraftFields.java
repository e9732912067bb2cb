package app.ascent.crm.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a draft by their names, as a form holds them. */
final class DraftFields {

    private DraftFields() {}

    static Map<String, @Nullable Object> of(Record draft) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : draft.getClass().getRecordComponents()) {
            fields.put(component.getName(), value(component, draft));
        }
        return fields;
    }

    /** As it stands in the form; null for what was not part of it. */
    static @Nullable Object inForm(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : value;
    }

    /** Two values that read alike are alike: browsers write line ends their own way. */
    static String comparable(@Nullable Object value) {
        Object shown = inForm(value);
        return shown == null ? "" : String.valueOf(shown).replace("\r\n", "\n").strip();
    }

    /** The same draft with other values in some fields. */
    static <D extends Record> D with(D draft, UnaryOperator<Map<String, @Nullable Object>> change) {
        Object[] values = change.apply(of(draft)).values().toArray();
        Class<?>[] types = Arrays.stream(draft.getClass().getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked") // a record's class is that of its own canonical constructor
            Constructor<D> canonical = (Constructor<D>) draft.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot copy " + draft.getClass(), impossible);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record draft) {
        try {
            return component.getAccessor().invoke(draft);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read " + component, impossible);
        }
    }
}
