package app.ascent.record.field;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * Something of which a record may have a list, and which lies in a column, and is entered, as one line each. Its type has a
 * static method {@code of} that makes it of its line again.
 */
public interface Lined {

    /** Without a line break. */
    String line();

    /** Makes values of one type out of their lines. */
    record Lines<T>(Class<T> type, Method factory) {

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
    }

    static <T> Lines<T> lines(Class<T> type) {
        try {
            return new Lines<>(type, type.getMethod("of", String.class));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("No field of a record can be a list of " + type, impossible);
        }
    }
}
