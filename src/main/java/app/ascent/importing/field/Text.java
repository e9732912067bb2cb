package app.ascent.importing.field;

import org.jspecify.annotations.Nullable;

/** Cleans what people once typed into Autotask, so that every text of it can be stored, shown and compared. */
public final class Text {

    private Text() {}

    /**
     * Trimmed, without control characters and halves of characters; tabs stay, and line breaks, as one line feed each, as
     * forms keep them. A text that shows nothing becomes null.
     */
    public static @Nullable String clean(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        if (isPlain(raw)) {
            String trimmed = trim(raw);
            return trimmed.isEmpty() ? null : trimmed;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        String text = raw.indexOf('\r') < 0 ? raw : raw.replace("\r\n", "\n").replace('\r', '\n');
        text.codePoints().filter(Text::isKept).forEach(kept::appendCodePoint);
        String trimmed = trim(kept);
        return trimmed.codePoints().allMatch(Text::isInvisible) ? null : trimmed;
    }

    /** As {@link #clean}, with inner runs of blanks, tabs and line breaks made one blank: for names. */
    public static @Nullable String name(@Nullable String raw) {
        String cleaned = clean(raw);
        if (cleaned == null) {
            return null;
        }
        if (isPlain(cleaned) && !cleaned.contains("  ")) {
            return cleaned;
        }
        StringBuilder collapsed = new StringBuilder(cleaned.length());
        boolean afterBlank = false;
        for (int point : cleaned.codePoints().toArray()) {
            boolean blank = isBlank(point);
            if (!blank) {
                collapsed.appendCodePoint(point);
            } else if (!afterBlank) {
                collapsed.append(' ');
            }
            afterBlank = blank;
        }
        return collapsed.toString();
    }

    /** At most {@code limit} characters as forms and browsers count them, never half of one. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean insidePair = Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, insidePair ? limit - 1 : limit);
    }

    /** Printable ASCII, as nearly all texts are: nothing in them is to be left out. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isKept(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> point == '\n' || point == '\t';
            default -> true;
        };
    }

    private static String trim(CharSequence text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.subSequence(from, to).toString();
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == '\uFEFF';
    }

    /** Marks of writing direction and joiners alone make no text. */
    private static boolean isInvisible(int point) {
        return isBlank(point) || Character.getType(point) == Character.FORMAT;
    }
}
