package app.ascent.importing.field;

import app.ascent.text.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads yes or no, ids and picklist values in whichever JSON type Autotask sends them; the payloads keep them as text. */
public final class Value {

    private Value() {}

    /** Yes or no, or null when there is neither. */
    public static @Nullable Boolean flag(@Nullable String raw) {
        String text = Text.clean(raw);
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0", "yes", "y" -> Boolean.TRUE;
            case "false", "0", "0.0", "no", "n" -> Boolean.FALSE;
            default -> null;
        };
    }

    /** Whether it says yes; nothing means no. */
    public static boolean isSet(@Nullable String raw) {
        return Boolean.TRUE.equals(flag(raw));
    }

    /** The id a reference names; 0 is an id like any other. */
    public static OptionalLong id(@Nullable String raw) {
        String text = Text.clean(raw);
        if (text == null || text.length() > 30) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException | NumberFormatException notAnId) {
            return OptionalLong.empty();
        }
    }

    /** A picklist value as metadata writes it: {@code 7}, though a record may say {@code 7.0} or {@code " 7 "}. */
    public static @Nullable String listed(@Nullable String raw) {
        OptionalLong id = id(raw);
        return id.isPresent() ? Long.toString(id.getAsLong()) : Text.clean(raw);
    }
}
