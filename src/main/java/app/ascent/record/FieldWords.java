package app.ascent.record;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of fields and values as people read them: {@code alternatePhone1} becomes {@code Alternate phone 1}. */
public final class FieldWords {

    private static final Pattern SEAMS =
            Pattern.compile("(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\\s]+");

    private static final Set<String> ABBREVIATIONS = Set.of("api", "id", "ip", "mac", "rmm", "sic");

    private FieldWords() {}

    public static String of(String field) {
        StringBuilder words = new StringBuilder();
        for (String word : SEAMS.split(field)) {
            if (words.isEmpty()) {
                words.append(capitalized(word));
            } else {
                words.append(' ')
                        .append(isAbbreviation(word) ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT));
            }
        }
        return words.toString();
    }

    public static String of(Enum<?> constant) {
        return of(constant.name().toLowerCase(Locale.ROOT));
    }

    private static String capitalized(String word) {
        return isAbbreviation(word)
                ? word.toUpperCase(Locale.ROOT)
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }
}
