package app.ascent.crm.web;

import java.util.regex.Pattern;

/** Writes {@code %200} out as a text of two hundred characters. */
final class LongTexts {

    private static final Pattern LENGTH = Pattern.compile("%(\\d+)");

    private LongTexts() {}

    static String in(String body) {
        return LENGTH.matcher(body).replaceAll(length -> "é".repeat(Integer.parseInt(length.group(1))));
    }
}
