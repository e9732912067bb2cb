package app.ascent.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences from the message bundles for views, and as {@code @texts} for templates. */
@Component("texts")
public class Texts {

    /** A piece of a sentence; strong ones stand between asterisks in the bundle. */
    public record Part(String text, boolean strong) implements Serializable {}

    private final MessageSource messages;

    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** The text of a key that may be missing, such as the label of a value nobody foresaw. */
    public String sayOr(String key, String otherwise, Object... arguments) {
        String found = messages.getMessage(key, arguments, otherwise, Locale.ENGLISH);
        return found == null ? otherwise : found;
    }

    /** A sentence with strong parts, so that no template needs unescaped text. */
    public List<Part> rich(String key, Object... arguments) {
        List<Part> parts = new ArrayList<>();
        boolean strong = false;
        for (String piece : say(key, arguments).split("\\*", -1)) {
            if (!piece.isEmpty()) {
                parts.add(new Part(piece, strong));
            }
            strong = !strong;
        }
        return parts;
    }
}
