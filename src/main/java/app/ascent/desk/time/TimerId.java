package app.ascent.desk.time;

import java.util.UUID;

/** Names one timer, so that a page which was opened before it ended is not taken for one of the next. */
public record TimerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
