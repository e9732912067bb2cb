package app.ascent.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cleans what people typed, here or in Autotask, so that every text can be stored, shown and compared. */
public final class Text {

    private static final int BRAILLE_BLANK = 0x2800;

    private Text() {}

    /**
     * Trimmed, without control characters, halves of characters and what shows nothing (docs/mapping.md has the
     * exceptions); tabs stay, and line breaks, as one line feed each, as forms keep them. A text that shows nothing
     * becomes null.
     */
    public static @Nullable String clean(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String trimmed = trim(isPlain(raw) ? raw : visible(raw));
        return trimmed.isEmpty() ? null : trimmed;
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

    /**
     * A credential as it was pasted, without what copying brings along: blanks and line breaks around it, and invisible
     * characters anywhere, since none can be part of it. Everything else is left for whoever checks it.
     */
    public static String pasted(@Nullable String raw) {
        StringBuilder kept = new StringBuilder();
        Objects.requireNonNullElse(raw, "")
                .codePoints()
                .filter(point -> !Invisible.is(point))
                .forEach(kept::appendCodePoint);
        int from = 0;
        int to = kept.length();
        while (from < to && isPadding(kept.charAt(from))) {
            from++;
        }
        while (to > from && isPadding(kept.charAt(to - 1))) {
            to--;
        }
        return kept.substring(from, to);
    }

    public static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
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

    private static String visible(String raw) {
        int[] points = raw.replace("\r\n", "\n").codePoints().toArray();
        StringBuilder kept = new StringBuilder(raw.length());
        int before = Invisible.NOTHING;
        for (int i = 0; i < points.length; i++) {
            int point = lineFeed(points[i]);
            int next = i + 1 < points.length ? points[i + 1] : Invisible.NOTHING;
            if (isStorable(point) && (!Invisible.is(point) || Invisible.matters(before, point, next))) {
                kept.appendCodePoint(point);
                before = point;
            }
        }
        return kept.toString();
    }

    /** The other line breaks of old word processors and of Unicode. */
    private static int lineFeed(int point) {
        return switch (point) {
            case '\r', 0x0B, '\f', 0x2028, 0x2029 -> '\n';
            default -> point;
        };
    }

    private static boolean isStorable(int point) {
        return switch (Character.getType(point)) {
            case Character.SURROGATE -> false;
            case Character.CONTROL -> point == '\n' || point == '\t';
            default -> true;
        };
    }

    private static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == BRAILLE_BLANK;
    }

    private static boolean isPadding(char c) {
        return isBlank(c) || Character.isISOControl(c);
    }
}
