package app.ascent.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts as people look for them and expect them in a list: without case, accents, doubled blanks and what cannot be seen.
 * Done here, because a database whose locale is C would lower-case and sort ASCII alone.
 */
public final class Folded {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** An index takes no key of a few thousand bytes, and one character may fold to eighteen. */
    private static final int INDEXED = 400;

    private Folded() {}

    /** For sorting and searching: {@code Łódź} becomes {@code lodz}. */
    public static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String lower = blanksAside(seen(text)).toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : plain(lower);
    }

    /** What a list is sorted by. */
    public static String order(@Nullable String text) {
        return Text.cut(text(text), INDEXED);
    }

    /**
     * For deciding that two names or addresses are the same: accents count; case, blanks, invisible characters and other
     * forms of the same letter ({@code ﬁ}, full width) do not. Whoever looks for doubles compares these.
     */
    public static String key(@Nullable String text) {
        return text == null ? "" : Text.cut(composed(text), INDEXED);
    }

    private static String composed(String text) {
        if (isAscii(text)) {
            return blanksAside(text).toLowerCase(Locale.ROOT);
        }
        String compatible = Normalizer.normalize(seen(text), Normalizer.Form.NFKC);
        return Normalizer.normalize(blanksAside(compatible).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static String seen(String text) {
        if (text.codePoints().noneMatch(Invisible::is)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(point -> !Invisible.is(point)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static String blanksAside(String text) {
        return isTidy(text) ? text : tidied(text);
    }

    /** ASCII with single blanks between words, as most names are. */
    private static boolean isTidy(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ';
            if (c < ' ' || c > '~' || (blank && afterBlank)) {
                return false;
            }
            afterBlank = blank;
        }
        return text.isEmpty() || !afterBlank;
    }

    private static String tidied(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /** Letters that Unicode does not take apart are spelled as their neighbours in the alphabet. */
    private static String plain(String lower) {
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        var spelled = new StringBuilder(bare.length() + 4);
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            switch (c) {
                case 'ß' -> spelled.append("ss");
                case 'æ' -> spelled.append("ae");
                case 'œ' -> spelled.append("oe");
                case 'ø' -> spelled.append('o');
                case 'ł' -> spelled.append('l');
                case 'đ', 'ð' -> spelled.append('d');
                case 'þ' -> spelled.append("th");
                case 'ı' -> spelled.append('i');
                default -> spelled.append(c);
            }
        }
        return spelled.toString();
    }
}
