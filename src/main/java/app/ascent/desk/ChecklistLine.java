package app.ascent.desk;

import app.ascent.record.field.Lined;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Something to be ticked off on a ticket. As a line it is {@code [x]} or {@code [ ]}, {@code !} where it is important, who and when in
 * angle brackets as far as that is known, and its text.
 *
 * @param doneBy by name
 */
public record ChecklistLine(
        String text, boolean done, boolean important, @Nullable String doneBy, @Nullable Instant doneAt)
        implements Lined {

    /** The most characters of its text, and of a name. */
    public static final int TEXT = 500;

    private static final int NAME = 200;

    public ChecklistLine {
        String name = Text.name(text);
        if (name == null) {
            throw new IllegalArgumentException("Nothing to tick off");
        }
        text = Text.cut(name, TEXT);
        String by = done ? Text.name(doneBy) : null;
        doneBy = by == null
                ? null
                : Text.cut(by.replace('>', ')').replace('<', '(').replace('|', '/'), NAME);
        doneAt = done ? doneAt : null;
    }

    @Override
    public String line() {
        String ticked = done ? "[x]" : "[ ]";
        String who = doneBy == null && doneAt == null
                ? ""
                : "<%s|%s>".formatted(doneBy == null ? "" : doneBy, doneAt == null ? "" : doneAt);
        return ticked + (important ? "!" : "") + who + " " + text;
    }

    /** A line without a box is not done. */
    public static ChecklistLine of(String line) {
        boolean done = line.startsWith("[x]") || line.startsWith("[X]");
        if (!done && !line.startsWith("[ ]")) {
            return new ChecklistLine(line, false, false, null, null);
        }
        String rest = line.substring(3);
        boolean important = rest.startsWith("!");
        rest = important ? rest.substring(1) : rest;
        int bar = rest.indexOf('|');
        int end = rest.indexOf('>');
        if (!rest.startsWith("<") || bar < 0 || end < bar) {
            return new ChecklistLine(rest, done, important, null, null);
        }
        return new ChecklistLine(
                rest.substring(end + 1), done, important, rest.substring(1, bar), moment(rest.substring(bar + 1, end)));
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("No moment: " + text, none);
        }
    }
}
