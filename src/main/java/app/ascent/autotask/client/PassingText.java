package app.ascent.autotask.client;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a page as it passes by on its way to the parser. What the parser has taken in can be cut out to the letter,
 * until it is let go; so no more than a record is held.
 *
 * <p>What is nested beyond reason passes as blanks, so that the parser, which remembers each level, is spared it; and a
 * record that is longer than any can be is let go instead of being held. Neither can be cut out then.
 *
 * <p>Autotask has been seen to send raw control characters inside texts, NUL among them. JSON forbids them and PostgreSQL
 * refuses NUL, so they are replaced by their escapes; what they meant stays, and everything else is left to the letter.
 */
final class PassingText extends Reader {

    private static final int CHUNK = 1 << 13;
    /** What one character may become. */
    private static final int ESCAPE = 6;

    /** Levels; deeper than what is read of any record later. */
    static final int DEEPEST = 10_000;

    /** Characters of one record; some hundreds of texts of the longest kind. */
    static final int LONGEST = 1 << 22;

    private final Reader source;
    private final char[] chunk = new char[CHUNK];

    /** What has come from the source and was not let go; its first character is the {@code begin}-th of the page. */
    private char[] held = new char[2 * ESCAPE * CHUNK];

    private long begin;
    private int size;
    private int given;
    private int free;
    private boolean inText;
    private boolean escaping;
    private int depth;

    /** The place behind the last character that became a blank. */
    private long blankUpTo;

    PassingText(Reader source) {
        this.source = source;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given == size && !fill()) {
            return -1;
        }
        int count = Math.min(length, size - given);
        System.arraycopy(held, given, target, offset, count);
        given += count;
        return count;
    }

    /**
     * What passed by between two places, counted in characters from the beginning of the page as the parser counts them;
     * everything before the second is let go. Null when it was too long or too deep to be kept.
     */
    @Nullable
    String cut(long from, long to) {
        boolean whole = from >= begin && from >= blankUpTo;
        String text = whole ? new String(held, Math.toIntExact(from - begin), Math.toIntExact(to - from)) : null;
        free = Math.toIntExact(to - begin);
        return text;
    }

    /** Whether it is, where it has got to, inside of what is nested beyond reason. */
    boolean tooDeep() {
        return depth > DEEPEST;
    }

    private boolean fill() throws IOException {
        int count = source.read(chunk, 0, CHUNK);
        if (count < 0) {
            return false;
        }
        if (size - free > LONGEST) {
            free = given;
        }
        letGo();
        if (held.length - size < ESCAPE * CHUNK) {
            held = Arrays.copyOf(held, 2 * held.length);
        }
        for (int i = 0; i < count; i++) {
            take(chunk[i]);
        }
        return true;
    }

    private void letGo() {
        System.arraycopy(held, free, held, 0, size - free);
        begin += free;
        size -= free;
        given -= free;
        free = 0;
    }

    private void take(char c) {
        if (escaping) {
            escaping = false;
        } else if (c == '"') {
            inText = !inText;
        } else if (c == '\\') {
            escaping = true;
        } else if (!inText && (c == '{' || c == '[')) {
            depth++;
        } else if (!inText && (c == '}' || c == ']')) {
            hideWhenDeep(c);
            depth--;
            return;
        } else if (c < 0x20 && inText && depth <= DEEPEST) {
            "\\u00%02x".formatted((int) c).getChars(0, ESCAPE, held, size);
            size += ESCAPE;
            return;
        }
        hideWhenDeep(c);
    }

    private void hideWhenDeep(char c) {
        boolean deep = depth > DEEPEST;
        held[size++] = deep ? ' ' : c;
        if (deep) {
            blankUpTo = begin + size;
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
