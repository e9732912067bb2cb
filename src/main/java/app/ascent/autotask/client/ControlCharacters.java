package app.ascent.autotask.client;

/**
 * Autotask has been seen to send raw control characters inside texts, NUL among them. JSON forbids them and PostgreSQL
 * refuses NUL, so they are replaced by their escapes; what they meant stays, and everything else is left to the letter.
 */
final class ControlCharacters {

    private ControlCharacters() {}

    static String escaped(String json) {
        int first = firstInsideText(json);
        return first < 0 ? json : escapedFrom(json, first);
    }

    /** Most pages have none: they are looked through once and not copied. */
    private static int firstInsideText(String json) {
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                inText = !inText;
            } else if (c == '\\') {
                i++;
            } else if (c < 0x20 && inText) {
                return i;
            }
        }
        return -1;
    }

    private static String escapedFrom(String json, int first) {
        StringBuilder result = new StringBuilder(json.length() + 64).append(json, 0, first);
        boolean inText = true;
        for (int i = first; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x20 && inText) {
                result.append("\\u00").append(c < 0x10 ? "0" : "1").append(Character.forDigit(c & 0xf, 16));
                continue;
            }
            result.append(c);
            if (c == '"') {
                inText = !inText;
            } else if (c == '\\' && i + 1 < json.length()) {
                result.append(json.charAt(++i));
            }
        }
        return result.toString();
    }
}
