package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields whose text is not what the source has: bytes that mean nothing become replacement characters when an
 * answer is read, some sources have stored such characters long ago, and others cut texts in the middle of a character.
 */
final class LostCharacters {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SHOWN = 200;

    private LostCharacters() {}

    static List<Finding> in(String payload) {
        // Half a character cannot stand in a payload save as an escape.
        if (payload.indexOf(REPLACEMENT) < 0 && !payload.contains("\\u")) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try {
            Json.tree(payload)
                    .propertyStream()
                    .forEach(field -> look(field.getKey(), text(field.getValue()), findings));
        } catch (JacksonException unreadable) {
            return List.of(); // which is said of it already
        }
        return findings;
    }

    private static void look(String field, String value, List<Finding> findings) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            findings.add(Finding.of(Reason.CHARACTERS_LOST, field, shown(value)));
        }
        if (value.codePoints().anyMatch(LostCharacters::isHalf)) {
            findings.add(new Finding(Reason.CHARACTERS_LOST, field, shown(value), null, shown(value), null));
        }
    }

    /** Of two, each of which means nothing by itself. */
    private static boolean isHalf(int point) {
        return point <= Character.MAX_VALUE && Character.isSurrogate((char) point);
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** Whole characters alone, since nothing else can be stored. */
    private static String shown(String value) {
        StringBuilder whole = new StringBuilder();
        value.codePoints().filter(point -> !isHalf(point)).limit(SHOWN).forEach(whole::appendCodePoint);
        return value.length() > SHOWN ? whole + "…" : whole.toString();
    }
}
