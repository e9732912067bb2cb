package app.ascent.migration.staging;

import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL can hold: it refuses NUL, and half a surrogate pair cannot be encoded at all. */
public final class StorableText {

    private StorableText() {}

    /** Without the characters that cannot be stored. */
    public static @Nullable String of(@Nullable String text) {
        return text == null || storable(text) ? text : rewrite(text, false);
    }

    /** JSON that means the same: what cannot be stored stands there as its escape. */
    public static String ofJson(String json) {
        return storable(json) ? json : rewrite(json, true);
    }

    private static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!paired(text, i)) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String rewrite(String text, boolean escape) {
        StringBuilder kept = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (paired(text, i)) {
                kept.append(c).append(text.charAt(++i));
            } else if (c != 0 && !Character.isSurrogate(c)) {
                kept.append(c);
            } else if (escape) {
                kept.append("\\u%04x".formatted((int) c));
            }
        }
        return kept.toString();
    }

    private static boolean paired(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
