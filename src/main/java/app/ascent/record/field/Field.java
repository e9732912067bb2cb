package app.ascent.record.field;

import java.lang.invoke.MethodHandle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;

/**
 * One field of a record, as its declaration says.
 *
 * @param name as forms and the API call it; a reference ends in {@code Id}
 * @param type of its values: a text, a list of texts, of ids or of what is one line each ({@link Lined}), a flag, a whole number, a decimal, a date, a moment, an enum, or an id, which is a record of one UUID
 * @param required whether a record has it always
 * @param limit the most characters it takes, or none
 * @param otherwise what it holds while nobody says anything else, as somebody would enter it
 * @param bySource whether nobody enters it
 */
public record Field(
        String name,
        Class<?> type,
        boolean required,
        int limit,
        @Nullable String otherwise,
        boolean bySource,
        TypeDescriptor descriptor,
        MethodHandle accessor) {

    /** Of a field that is no text. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** {@code alternatePhone} lies in {@code alternate_phone}. */
    public String column() {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    public boolean isLimited() {
        return limit != NO_LIMIT;
    }

    public boolean isReference() {
        return type.isRecord();
    }

    public boolean holdsPeople() {
        return element() == Person.class;
    }

    /** Whether it is a list of what is one line each, people or others. */
    boolean isLined() {
        return Lined.class.isAssignableFrom(element());
    }

    /** Of what it is a list; of a field that is no list, its own type. */
    public Class<?> element() {
        TypeDescriptor element = descriptor.getElementTypeDescriptor();
        return element == null ? type : element.getType();
    }

    /** Who or what is meant, without the word that it is an id: {@code accountManager}. */
    public String subject() {
        return isReference() && name.endsWith("Id") ? name.substring(0, name.length() - 2) : name;
    }

    @Nullable
    Object of(Record fields) {
        try {
            return accessor.invoke(fields);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable thrown) {
            throw new IllegalStateException("Cannot read " + name + " of " + fields.getClass(), thrown);
        }
    }

    /** What was said by nobody. */
    @Nullable
    Object nothing() {
        if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : null;
    }

    /** What is said of a text that no value can be made of. */
    String refusal() {
        if (isReference() || Ids.are(element()) || holdsPeople()) {
            return "unknown";
        }
        if (isLined()) {
            return "lines";
        }
        if (type == BigDecimal.class) {
            return "amount";
        }
        if (type == Long.class) {
            return descriptor.hasAnnotation(Minutes.class) ? "minutes" : "percent";
        }
        if (type == Instant.class) {
            return "moment";
        }
        return type == LocalDate.class ? "date" : "choice";
    }

    ColumnType columnType() {
        if (type == String.class) {
            return ColumnType.TEXT;
        }
        if (type == boolean.class) {
            return ColumnType.FLAG;
        }
        if (type == List.class && Ids.are(element())) {
            return ids();
        }
        if (isLined()) {
            return lined();
        }
        if (type == List.class) {
            return ColumnType.LINES;
        }
        if (type == Long.class) {
            return ColumnType.NUMBER;
        }
        if (type == BigDecimal.class) {
            return ColumnType.DECIMAL;
        }
        if (type == LocalDate.class) {
            return ColumnType.DATE;
        }
        if (type == Instant.class) {
            return ColumnType.TIME;
        }
        if (type.isEnum()) {
            return ColumnType.TEXT.holding(constant -> ((Enum<?>) constant).name(), this::constant);
        }
        Ids<?> ids = Ids.of(type);
        return ColumnType.UUID.holding(ids::value, id -> ids.of((UUID) id));
    }

    private ColumnType ids() {
        Ids<?> ids = Ids.of(element());
        return ColumnType.UUIDS.holding(
                each -> mapped(each, ids::value), each -> mapped(each, id -> ids.of((UUID) id)));
    }

    private ColumnType lined() {
        Lined.Lines<?> lines = Lined.lines(element());
        return ColumnType.LINES.holding(
                each -> mapped(each, value -> ((Lined) value).line()),
                each -> mapped(each, line -> lines.of((String) line)));
    }

    private static Object mapped(Object list, Function<Object, Object> each) {
        return ((List<?>) list).stream().map(each).toList();
    }

    private Object constant(Object name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException("No " + type.getSimpleName() + " is called " + name);
    }
}
