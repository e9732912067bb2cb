package app.ascent.sandbox.query;

import app.ascent.sandbox.tenant.FieldType;
import app.ascent.sandbox.tenant.Row;
import app.ascent.sandbox.tenant.UserValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A field in a condition.
 *
 * @param index its place in the record; -1 for a field the tenant has added
 */
record Operand(String name, int index, FieldType type) {

    boolean isId() {
        return index == 0;
    }

    /** What the record holds, in a form that compares; null for nothing and for what is no value at all. */
    @Nullable
    Comparable<?> of(Row row) {
        if (index >= 0) {
            return switch (row.get(index)) {
                case Long number -> number;
                case BigDecimal number -> number;
                case Boolean flag -> flag;
                case Instant instant -> instant;
                case String text -> text.toLowerCase(Locale.ROOT);
                case null, default -> null;
            };
        }
        for (UserValue value : row.userValues()) {
            if (value.name().equalsIgnoreCase(name)) {
                return value.value() == null ? null : comparable(value.value());
            }
        }
        return null;
    }

    private Comparable<?> comparable(String text) {
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** Reads a value as this field means it; numbers may come as text, flags as numbers. */
    Comparable<?> parse(String text) {
        return switch (type) {
            case LONG, INTEGER, SHORT -> integer(text);
            case DECIMAL, DOUBLE -> new BigDecimal(text.strip());
            case BOOLEAN -> bool(text);
            case DATETIME -> instant(text);
            case STRING -> text.toLowerCase(Locale.ROOT);
        };
    }

    private static Long integer(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> 1L;
            case "false" -> 0L;
            case String digits -> new BigDecimal(digits).longValue();
        };
    }

    private static Boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Instant instant(String text) {
        String date = text.strip().replace(' ', 'T');
        try {
            if (date.length() == 10) {
                return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return date.endsWith("Z")
                    ? Instant.parse(date)
                    : LocalDateTime.parse(date).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static boolean matches(Comparable<?> held, Operator operator, Comparable<?> value) {
        return switch (operator) {
            case EQ, IN -> compare(held, value) == 0;
            case GT -> compare(held, value) > 0;
            case GTE -> compare(held, value) >= 0;
            case LT -> compare(held, value) < 0;
            case LTE -> compare(held, value) <= 0;
            case BEGINS_WITH -> held.toString().startsWith(value.toString());
            case ENDS_WITH -> held.toString().endsWith(value.toString());
            case CONTAINS -> held.toString().contains(value.toString());
            case NOTEQ, NOT_IN -> compare(held, value) != 0;
            case EXIST, NOT_EXIST -> false;
        };
    }

    private static int compare(Comparable<?> held, Comparable<?> value) {
        return switch (held) {
            case Long number when value instanceof Long other -> number.compareTo(other);
            case BigDecimal number when value instanceof BigDecimal other -> number.compareTo(other);
            case Boolean flag when value instanceof Boolean other -> flag.compareTo(other);
            case Instant instant when value instanceof Instant other -> instant.compareTo(other);
            default -> held.toString().compareTo(value.toString());
        };
    }
}
