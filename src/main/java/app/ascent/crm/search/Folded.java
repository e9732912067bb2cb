package app.ascent.crm.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts as people look for them and expect them in a list: without case, accents and doubled blanks. Done here, because a
 * database whose locale is C would lower-case and sort ASCII alone.
 */
public final class Folded {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folded() {}

    /** For sorting and searching: {@code Łódź} becomes {@code lodz}. */
    public static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String lower = blanksAside(text).toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : plain(lower);
    }

    /** For deciding that two names are the same: accents count, case and blanks do not. */
    public static String key(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(blanksAside(text), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static String blanksAside(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
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
