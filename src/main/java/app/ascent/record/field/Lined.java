package app.ascent.record.field;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;

/**
 * Something of which a record may have a list, and which lies in a column, and is entered, as one line each. Its type has a
 * static method {@code of} that makes it of its line again, and another one, {@code said}, that takes the line from what a program
 * said in an object; it answers null where the object is none of its kind.
 */
public interface Lined {

    /** Without a line break. */
    String line();

    /** For people, as an audit entry tells it. */
    String words();

    /** Makes values of one type out of their lines. */
    record Lines<T>(Class<T> type, Method factory, Method taker) {

        /** @throws IllegalArgumentException where the line says nothing of the kind */
        public T of(String line) {
            try {
                return type.cast(factory.invoke(null, line));
            } catch (InvocationTargetException refused) {
                throw new IllegalArgumentException("No " + type.getSimpleName(), refused.getCause());
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("Cannot make a " + type, impossible);
            }
        }

        /** The line of an object, or empty where it is none of the kind. */
        Optional<String> said(Map<String, ?> object) {
            try {
                return Optional.ofNullable((String) taker.invoke(null, object))
                        .map(line -> line.replaceAll("\\R", " "));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("Cannot make a line of a " + type, impossible);
            }
        }
    }

    static <T> Lines<T> lines(Class<T> type) {
        try {
            return new Lines<>(type, type.getMethod("of", String.class), type.getMethod("said", Map.class));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("No field of a record can be a list of " + type, impossible);
        }
    }
}
