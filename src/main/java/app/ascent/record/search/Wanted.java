package app.ascent.record.search;

import app.ascent.record.table.SearchText;
import app.ascent.text.Folded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** What somebody typed to look for, in all kinds of record. */
public record Wanted(String typed) {

    public static final int LONGEST = 200;

    /** Whether that can be looked for. */
    public enum State {
        NOTHING,
        TOO_SHORT,
        TOO_LONG,
        FINE
    }

    public static Wanted of(@Nullable String typed) {
        return new Wanted(typed == null ? "" : typed.strip());
    }

    /** One letter fits half of everything; one digit may be an id at the source. */
    public State state() {
        String folded = folded();
        if (folded.isEmpty()) {
            return State.NOTHING;
        }
        if (typed.length() > LONGEST) {
            return State.TOO_LONG;
        }
        return folded.length() < 2 && sourceId().isEmpty() ? State.TOO_SHORT : State.FINE;
    }

    String folded() {
        return Folded.text(typed);
    }

    OptionalLong sourceId() {
        return SearchText.sourceId(typed);
    }

    /** Keys are looked for as they were typed, and as they are usually written. */
    List<String> keys() {
        SequencedSet<String> keys = new LinkedHashSet<>();
        keys.add(typed);
        keys.add(typed.toUpperCase(Locale.ROOT));
        keys.add(folded());
        return List.copyOf(keys);
    }
}
