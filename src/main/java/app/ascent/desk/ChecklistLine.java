package app.ascent.desk;

import app.ascent.record.field.Lined;
import app.ascent.text.Text;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        text = cut(name, TEXT);
        String by = done ? Text.name(doneBy) : null;
        doneBy = by == null ? null : cut(bracketed(by), NAME);
        doneAt = done ? doneAt : null;
    }

    /** As it comes back out of its line, where no blank stands at an end. */
    private static String cut(String text, int longest) {
        return Text.cut(text, longest).strip();
    }

    /** As {@code {"text", "done", "important", "doneBy", "doneAt"}}, of which only the text must be there. */
    public static @Nullable String said(Map<String, ?> object) {
        boolean one = Stream.of("done", "important").allMatch(flag -> isOr(object.get(flag), Boolean.class))
                && Stream.of("doneBy", "doneAt").allMatch(text -> isOr(object.get(text), String.class))
                && object.get("text") instanceof String
                && List.of("text", "done", "important", "doneBy", "doneAt").containsAll(object.keySet());
        if (!one) {
            return null;
        }
        boolean done = Boolean.TRUE.equals(object.get("done"));
        String by = done ? word(object.get("doneBy")) : "";
        String at = done ? word(object.get("doneAt")) : "";
        return (done ? "[x]" : "[ ]")
                + (Boolean.TRUE.equals(object.get("important")) ? "!" : "")
                + (by.isEmpty() && at.isEmpty() ? "" : "<%s|%s>".formatted(by, at))
                + " "
                + object.get("text");
    }

    private static boolean isOr(@Nullable Object value, Class<?> type) {
        return value == null || type.isInstance(value);
    }

    private static String word(@Nullable Object text) {
        String name = text instanceof String raw ? Text.name(raw) : null;
        return name == null ? "" : bracketed(name);
    }

    @Override
    public String line() {
        String ticked = done ? "[x]" : "[ ]";
        String who = doneBy == null && doneAt == null
                ? ""
                : "<%s|%s>".formatted(doneBy == null ? "" : doneBy, doneAt == null ? "" : doneAt);
        return ticked + (important ? "!" : "") + who + " " + text;
    }

    @Override
    public String words() {
        String marks = Stream.of(important ? "important" : "", done ? "done" : "")
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(", "));
        return marks.isEmpty() ? text : "%s (%s)".formatted(text, marks);
    }

    private static String bracketed(String name) {
        return name.replace('>', ')').replace('<', '(').replace('|', '/');
    }

    /**
     * A line without a box is not done.
     *
     * @throws IllegalArgumentException also where there is more text than a line has
     */
    public static ChecklistLine of(String line) {
        boolean done = line.startsWith("[x]") || line.startsWith("[X]");
        if (!done && !line.startsWith("[ ]")) {
            return new ChecklistLine(fitting(line), false, false, null, null);
        }
        String rest = line.substring(3);
        boolean important = rest.startsWith("!");
        rest = important ? rest.substring(1) : rest;
        int bar = rest.indexOf('|');
        int end = rest.indexOf('>');
        if (!rest.startsWith("<") || bar < 0 || end < bar) {
            return new ChecklistLine(fitting(rest), done, important, null, null);
        }
        return new ChecklistLine(
                fitting(rest.substring(end + 1)),
                done,
                important,
                rest.substring(1, bar),
                moment(rest.substring(bar + 1, end)));
    }

    private static String fitting(String text) {
        String name = Text.name(text);
        if (name != null && name.length() > TEXT) {
            throw new IllegalArgumentException("Too long to tick off");
        }
        return text;
    }

    private static @Nullable Instant moment(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw new IllegalArgumentException("No moment: " + text, none);
        }
    }
}
