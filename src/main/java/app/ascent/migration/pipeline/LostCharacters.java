package app.ascent.migration.pipeline;

import app.ascent.migration.spi.Finding;
import app.ascent.migration.spi.Reason;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Finds the fields whose text is not what the source has: bytes that mean nothing become replacement characters when an
 * answer is read, and some sources have stored such characters long ago.
 */
final class LostCharacters {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SHOWN = 200;

    private LostCharacters() {}

    static List<Finding> in(String payload) {
        if (payload.indexOf(REPLACEMENT) < 0 && !payload.contains("\\ufffd") && !payload.contains("\\uFFFD")) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try {
            for (var field : Json.tree(payload).properties()) {
                String value = text(field.getValue());
                if (value.indexOf(REPLACEMENT) >= 0) {
                    findings.add(Finding.of(Reason.CHARACTERS_LOST, field.getKey(), shown(value)));
                }
            }
        } catch (JacksonException unreadable) {
            return List.of(); // which is said of it already
        }
        return findings;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
