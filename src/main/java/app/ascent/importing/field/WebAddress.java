package app.ascent.importing.field;

import app.ascent.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes web addresses that were typed without a scheme. */
public final class WebAddress {

    /** A scheme has no dot, so that {@code example.com:8080} stays a host with a port. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+-]*:.*", Pattern.DOTALL);

    private WebAddress() {}

    /** Cleaned and completed; null for a text that shows nothing. */
    public static @Nullable String of(@Nullable String raw) {
        String cleaned = Text.clean(raw);
        return cleaned == null ? null : complete(cleaned);
    }

    /** With {@code https://} before it when it looks like an address without one; anything else stays as typed. */
    public static String complete(String cleaned) {
        if (cleaned.startsWith("//")) {
            return "https:" + cleaned;
        }
        boolean isAddress = cleaned.contains(".")
                && cleaned.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        return SCHEME.matcher(cleaned).matches() || !isAddress ? cleaned : "https://" + cleaned;
    }
}
