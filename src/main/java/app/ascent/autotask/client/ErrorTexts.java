package app.ascent.autotask.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What Autotask says went wrong: {@code errors} of the API, or {@code Message} of the framework it runs on. The beginning
 * of a text tells what it is about; nobody reads a hundred thousand characters of one, and nor does this.
 */
final class ErrorTexts {

    private static final int LONGEST = 2_000;
    static final int MOST = 20;

    private ErrorTexts() {}

    /** All that is said; empty for HTML, for nothing, and for an answer without errors. */
    static List<String> in(Body body) {
        return named(body, Set.of("errors", "message"));
    }

    /** What the API itself says, and not the framework that it runs on. */
    static List<String> ofTheApi(Body body) {
        return named(body, Set.of("errors"));
    }

    private static List<String> named(Body body, Set<String> names) {
        if (!body.beginsLikeAnObject()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Walk walk = Walk.of(body)) {
            walk.object(name -> {
                if (names.contains(name)) {
                    gather(walk, texts);
                }
            });
        } catch (JacksonException | IOException e) {
            // An error page that only looks like JSON, or an answer so long that its end was not read.
            if (texts.isEmpty() && body.cut()) {
                add(body.head(LONGEST), texts);
            }
        }
        return texts;
    }

    /** A list of texts is documented; a single text, and objects that hold texts, have been seen elsewhere. */
    private static void gather(Walk walk, List<String> texts) {
        walk.array(() -> gather(walk, texts));
        walk.object(_ -> add(walk.value(), texts));
        String text = walk.value();
        if (!"false".equals(text) && !"0".equals(text)) {
            add(text, texts);
        }
    }

    private static void add(@Nullable String text, List<String> texts) {
        if (text != null && !text.isBlank() && texts.size() < MOST) {
            texts.add(beginning(text));
        }
    }

    static String beginning(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
