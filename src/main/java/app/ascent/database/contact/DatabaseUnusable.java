package app.ascent.database.contact;

import org.jspecify.annotations.Nullable;

/** Ascent cannot start on this database; the message is one sentence for whoever starts it, and holds no password. */
@SuppressWarnings("serial") // thrown and caught, never written to a stream
public final class DatabaseUnusable extends RuntimeException {

    public DatabaseUnusable(String sentence) {
        super(sentence);
    }

    public DatabaseUnusable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
