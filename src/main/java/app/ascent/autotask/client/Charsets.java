package app.ascent.autotask.client;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the bytes of an answer are to be read: by the mark they begin with, else as the header says, else as UTF-8. */
final class Charsets {

    private static final String PARAMETER = "charset=";

    private Charsets() {}

    /** The charset a {@code Content-Type} names; UTF-8, which JSON is, where it names none, or one nobody knows. */
    static Charset named(@Nullable String contentType) {
        int at = contentType == null ? -1 : contentType.toLowerCase(Locale.ROOT).indexOf(PARAMETER);
        if (contentType == null || at < 0) {
            return StandardCharsets.UTF_8;
        }
        String rest = contentType.substring(at + PARAMETER.length());
        int end = rest.indexOf(';');
        String name = (end < 0 ? rest : rest.substring(0, end))
                .replace('"', ' ')
                .replace('\'', ' ')
                .strip();
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** What a text begins with is surer than what somebody says of it. */
    static Charset of(byte[] beginning, Charset said) {
        if (begins(beginning, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        return begins(beginning, 0xFE, 0xFF) || begins(beginning, 0xFF, 0xFE) ? StandardCharsets.UTF_16 : said;
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
