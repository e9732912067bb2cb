package app.ascent.record.field;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids of one type, which is a record of one UUID. */
public record Ids<T>(Class<T> type, Constructor<T> constructor, RecordComponent component) {

    public static boolean are(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components != null && components.length == 1 && components[0].getType() == UUID.class;
    }

    public static <T> Ids<T> of(Class<T> type) {
        if (!are(type)) {
            throw new IllegalArgumentException("No field of a record can be a " + type);
        }
        try {
            return new Ids<>(type, type.getDeclaredConstructor(UUID.class), type.getRecordComponents()[0]);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A record without its constructor: " + type, impossible);
        }
    }

    /** The id that was written there, or null where none was. */
    public static @Nullable Object parsed(Class<?> type, String text) {
        try {
            return of(type).of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    public T of(UUID value) {
        try {
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot make a " + type, impossible);
        }
    }

    public UUID value(Object id) {
        try {
            return (UUID) component.getAccessor().invoke(id);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot read a " + type, impossible);
        }
    }
}
